package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.TestIdentityProvider;
import org.parley.dataset.SeedCopy;
import org.parley.deploy.PackagedService.Outcome;
import org.parley.websocket.SocketClient;

/**
 * The packaged service and its commands behind PgBouncer work with session pooling; with transaction pooling the service does not start.
 */
@Tag("slow")
class PoolerIT {

    @TempDir
    static Path folder;
    private static PlainPostgres database;

    @BeforeAll
    static void start() throws InterruptedException {
        PgBouncer.assumeRunnable();
        database = PlainPostgres.empty();
    }

    @AfterAll
    static void stop() {
        if (database != null) {
            database.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool_mode = transaction\nserver_round_robin = 1\nmin_pool_size = 7", "pool_mode = statement"})
    void sharedSessionsAreRejected(String mode) throws Exception {
        try (PgBouncer pooler = PgBouncer.start(database, folder, mode)) {
            Outcome rejected = PackagedService.run(PlainPostgres.environmentAt(pooler.port), "migrate");
            assertEquals(1, rejected.exit(), rejected.said());
            assertTrue(rejected.said().contains("set pool_mode = session for this database"), rejected.said());
            assertFalse(rejected.said().contains("Exception"), rejected.said());
        }
        assertEquals("t", database.value("select to_regclass('dataset') is null"));
    }

    /** Migrations under their lock, a load, mutations, subscriptions, and all connections of the pool at once. */
    @Test
    void sessionsOfTheirOwnWork() throws Exception {
        TestIdentityProvider provider = new TestIdentityProvider();
        Map<String, String> settings = provider.start();
        try (PgBouncer pooler = PgBouncer.start(database, folder, "pool_mode = session")) {
            for (String command : new String[]{"migrate", "load " + SeedCopy.DATA_SET}) {
                Outcome done = PackagedService.run(PlainPostgres.environmentAt(pooler.port), command.split(" "));
                assertEquals(0, done.exit(), done.said());
            }
            try (PackagedService service = PackagedService.serve(PlainPostgres.environmentAt(pooler.port, settings))) {
                WholeService whole = new WholeService(service);
                try (SocketClient listener = whole.subscribe()) {
                    whole.assertWhole(database, listener);
                }
                assertTimeIsLimited(whole);
            }
        } finally {
            provider.stop();
        }
    }

    /** The database gives up a statement that waits for a lock: the limits of time are set behind the pooler too. */
    private static void assertTimeIsLimited(WholeService service) throws Exception {
        try (var lock = database.database().getPostgresDatabase().getConnection(); var statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table track in access exclusive mode");
            var answer = service.asking("{ tracks { nodes { slug } } }");
            WholeService.await("the database ends the statement", () -> answer.isDone(), () -> "");
            assertEquals("UNAVAILABLE", WholeService.code(answer.get()), answer.get().toString());
        }
    }
}
