package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.live.SocketClient;
import org.parley.rights.Provider;

/**
 * The database does what databases do, while clients ask: nobody is told anything wrong, and afterwards all of the service works again, to
 * the last connection of its pool, without a restart.
 */
@Tag("faults")
class DatabaseFaultsIT {

    private static final String SESSION = "select pid from pg_stat_activity where application_name = 'parley revision'";

    private static PlainPostgres postgres;
    private static TcpProxy proxy;
    private static Provider provider;
    private static PackagedService service;
    private static WholeService whole;

    private SocketClient listener;
    private SteadyReader reader;

    @BeforeAll
    static void start() {
        provider = new Provider();
        Map<String, String> settings = provider.start();
        postgres = PlainPostgres.empty().filled();
        proxy = new TcpProxy(postgres.port());
        service = PackagedService.serve(PlainPostgres.environmentAt(proxy.port(), settings));
        whole = new WholeService(service);
    }

    @AfterAll
    static void stop() {
        service.close();
        proxy.close();
        postgres.close();
        provider.stop();
    }

    @BeforeEach
    void ask() throws Exception {
        listener = whole.subscribe();
        reader = SteadyReader.of(service);
    }

    @AfterEach
    void nobodyWasToldAnythingWrong() {
        listener.close();
        reader.close();
        assertEquals(List.of(), reader.wrong());
        assertTrue(reader.answered() > 0, "nothing was asked");
    }

    @Test
    void theSessionThatListensIsEndedTwentyTimes() throws Exception {
        String last = "";
        for (int i = 0; i < 20; i++) {
            String before = last;
            String[] session = new String[1];
            WholeService.await("it listens again", () -> {
                session[0] = sessions();
                return !session[0].isEmpty() && !session[0].equals(before);
            }, () -> "");
            last = session[0];
            postgres.execute("select pg_terminate_backend(" + last + ")");
        }
        whole.assertWhole(postgres, listener);
    }

    private static String sessions() throws Exception {
        return postgres.value("select coalesce((" + SESSION + " limit 1)::text, '')");
    }

    @Test
    void itListensOverOneConnection() throws Exception {
        assertEquals("1", postgres.value("select count(*) from (" + SESSION + ") s"));
        assertEquals("0",
                postgres.value(
                        "select count(*) from pg_stat_activity where application_name <> 'parley revision'" + " and query ilike 'listen%'"),
                "a connection of the pool listens");
    }

    @Test
    void allSessionsAreEnded() throws Exception {
        for (int i = 0; i < 5; i++) {
            postgres.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'");
            Thread.sleep(200);
        }
        whole.assertWhole(postgres, listener);
    }

    /** A session that is ended in the middle of a request takes this request with it, and no other. */
    @Test
    void theSessionOfARequestIsEnded() throws Exception {
        for (int i = 0; i < 3; i++) {
            CompletableFuture<JsonNode> answer;
            try (var lock = postgres.database().getPostgresDatabase().getConnection(); var statement = lock.createStatement()) {
                lock.setAutoCommit(false);
                statement.execute("lock table agreement in access exclusive mode");
                answer = whole.asking("query Ended" + i + " { agreements(first: 1) { nodes { slug } } }");
                String waiting = "from pg_locks where relation = 'agreement'::regclass and not granted";
                WholeService.await("the request waits", () -> !postgres.value("select count(*) " + waiting).equals("0"), () -> "");
                postgres.execute("select pg_terminate_backend(pid) " + waiting);
                JsonNode told = answer.get(20, TimeUnit.SECONDS);
                assertEquals("UNAVAILABLE", WholeService.code(told), told.toString());
            }
        }
        assertEquals("agreements", whole.ask("{ agreements(first: 1) { nodes { slug } } }").path("data").fieldNames().next());
        whole.assertWhole(postgres, listener);
    }

    /** All sessions turn read-only at once, and back. */
    @Test
    void theDatabaseIsReadOnlyForTwelveSeconds() throws Exception {
        postgres.execute("alter system set default_transaction_read_only = on", "select pg_reload_conf()");
        WholeService.await("changes are refused", () -> WholeService.code(whole.write()).equals("READ_ONLY"), () -> "");
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(12);
        while (System.nanoTime() - until < 0) {
            JsonNode refused = whole.write();
            assertEquals("READ_ONLY", WholeService.code(refused), refused.toString());
            assertTrue(refused.at("/errors/0/message").asText().startsWith("nothing was written"), refused.toString());
            assertEquals(200, whole.status("/q/health/ready"));
            assertTrue(whole.get("/q/health/ready").contains("read-only"), whole.get("/q/health/ready"));
            Thread.sleep(500);
        }
        postgres.execute("set default_transaction_read_only = off", "alter system reset default_transaction_read_only",
                "select pg_reload_conf()");
        whole.assertWhole(postgres, listener);
        assertEquals(0, reader.refused(), "queries were refused");
    }

    /** Sessions that began while the database was read-only stay so; they have to be replaced. */
    @Test
    void newSessionsAreReadOnly() throws Exception {
        postgres.execute("alter database postgres set default_transaction_read_only = on");
        postgres.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'");
        WholeService.await("changes are refused", () -> WholeService.code(whole.write()).equals("READ_ONLY"), () -> "");
        postgres.execute("set default_transaction_read_only = off", "alter database postgres reset default_transaction_read_only");
        whole.assertWhole(postgres, listener);
    }

    @Test
    void theDatabaseCrashesFiveTimes() throws Exception {
        for (int i = 0; i < 5; i++) {
            postgres.crash();
            postgres.restart();
        }
        whole.assertWhole(postgres, listener);
        assertNotEquals(0, reader.refused(), "the database was not away");
    }

    @Test
    void theDatabaseIsFrozen() throws Exception {
        postgres.freeze();
        try {
            Thread.sleep(13_000);
        } finally {
            postgres.thaw();
        }
        whole.assertWhole(postgres, listener);
    }

    /** What is sent is swallowed, and no connection is ever closed; later ones are served. */
    @Test
    void theNetworkIsSilent() throws Exception {
        proxy.silence();
        Thread.sleep(2_000);
        int answered = reader.answered();
        Thread.sleep(6_000);
        assertEquals(answered, reader.answered(), "answers were given more than a second after the database had gone silent");
        proxy.serveAnew();
        whole.assertWhole(postgres, listener);
    }
}
