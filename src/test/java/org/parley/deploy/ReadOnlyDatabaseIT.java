package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.websocket.ChangeWriter;
import org.parley.websocket.SocketClient;

/** While the database is read-only, queries and subscriptions continue; afterwards mutations succeed again. */
@Tag("slow")
class ReadOnlyDatabaseIT extends FaultyDatabase {

    /** All sessions turn read-only at once, while a write is under way, which goes on; and back. Subscriptions hear what is written. */
    @Test
    void theDatabaseIsReadOnlyForTwelveSeconds() throws Exception {
        CompletableFuture<String> underWay;
        try (Connection lock = postgres.lock("write_lock")) {
            underWay = CompletableFuture.supplyAsync(whole::writtenSlug);
            postgres.awaitBlocked("write_lock");
            postgres.turnReadOnly();
        }
        String slug = underWay.get(20, TimeUnit.SECONDS);
        WholeService.assertHears(listener, slug);
        whole.assertReadOnly("read-only", Duration.ofSeconds(12));
        assertEquals(List.of(slug), whole.changesOf(slug));
        try (Connection administrator = postgres.database().getPostgresDatabase().getConnection();
                Statement statement = administrator.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
            ChangeWriter.write(administrator, "ACTOR", "armenia");
        }
        WholeService.assertHears(listener, "armenia");
        postgres.turnWritable();
        whole.assertWhole(postgres, listener);
        assertEquals(0, reader.rejected(), "queries were rejected");
    }

    /** Sessions that began while the database was read-only stay so; they have to be replaced, whichever they are. */
    @ParameterizedTest
    @ValueSource(strings = {"true", "application_name <> 'parley revision'", "application_name = 'parley revision'"})
    void sessionsThatWereOpenedReadOnlyAreReplaced(String which) throws Exception {
        postgres.execute("alter database postgres set default_transaction_read_only = on");
        postgres.endSessions(which);
        new PoolCheck(whole).assertAllSlotsFree(postgres);
        whole.awaitReadOnly();
        postgres.turnWritable();
        whole.assertWhole(postgres, listener);
    }

    /** A user that may only read is to the service what a read-only database is; so is one that gets the right later. */
    @Test
    void itStartsReadOnly() throws Exception {
        postgres.execute("create role reading login password 'reading'", "grant usage on schema public, history, as_of to reading",
                "grant select on all tables in schema public, history, as_of to reading");
        Map<String, String> environment = new HashMap<>(postgres.environment(settings));
        environment.put("QUARKUS_DATASOURCE_USERNAME", "reading");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", "reading");
        postgres.turnReadOnly();
        try (PackagedService started = PackagedService.serve(environment)) {
            WholeService other = new WholeService(started);
            other.assertReadOnly("read-only", Duration.ZERO);
            try (SocketClient hearing = other.subscribe()) {
                postgres.turnWritable();
                String slug = whole.awaitWrite();
                WholeService.assertHears(hearing, slug);
                other.assertReadOnly("read-only", Duration.ofSeconds(1));
                postgres.execute("grant insert, update, delete on all tables in schema public, history to reading",
                        "grant usage on all sequences in schema public, history to reading");
                other.assertWhole(postgres, hearing);
            }
        }
    }
}
