package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.dataset.SeedCopy;

/** A process that is suspended during a read or write blocks others no longer than the database timeouts, and recovers when resumed. */
@Tag("slow")
class FrozenReplicaIT {

    private static final Duration OTHERS_WRITE_WITHIN = Duration.ofSeconds(5);
    private static final Duration OTHERS_WRITE_AFTER_A_LOAD_WITHIN = Duration.ofSeconds(20);
    private static final Duration READER_IS_ENDED_WITHIN = Duration.ofSeconds(20);
    private static final int AFTERWARDS = 40;
    private static final String RECORD = "mutation ($id: ID!, $why: String!) { recordPlace(clientMutationId: $id, why: $why, input: {slug: $why, name: $why}) {"
            + " revision clientMutationId } }";
    private static final String READ = "{ meetings(first: 3) { nodes { slug title } } dataset { revision } }";
    /** Lets a test stop a write where it stands: until the test lets go of the advisory lock. */
    private static final String GATES = """
            create function gate() returns trigger language plpgsql as $$ begin
                perform pg_advisory_xact_lock_shared(15);
                return new;
            end $$;
            create trigger gate_change before insert on change for each row
                when (new.why like 'change-%' or new.editor = 'load') execute function gate();
            create trigger gate_mutation before insert on mutation for each row when (new.id like 'mutation-%') execute function gate();
            create constraint trigger gate_commit after insert on change deferrable initially deferred for each row
                when (new.why like 'commit-%') execute function gate()""";
    private static final String WAITING = "select count(*) from pg_locks where not granted and"
            + " (locktype = 'advisory' or relation in ('write_lock'::regclass, 'meeting'::regclass))";
    private static final String IDLE = "select count(*) from pg_stat_activity where state like 'idle in transaction%'";

    private static TwoReplicas replicas;

    @TempDir
    Path folder;

    @BeforeAll
    static void serve() throws SQLException {
        replicas = new TwoReplicas();
        try (Connection connection = connection(); Statement statement = connection.createStatement()) {
            statement.execute(GATES);
        }
    }

    @AfterAll
    static void close() {
        replicas.close();
    }

    /** Where it is frozen, and for how long: a short while, or longer than it may try again. */
    @ParameterizedTest
    @CsvSource({"lock, 3", "change, 3", "mutation, 3", "commit, 3", "change, 8"})
    void othersWriteAgainSoonAndTheFrozenOneTellsWhatBecameOfItsWrite(String where, int seconds) throws Exception {
        String id = where + "-" + seconds;
        CompletableFuture<JsonNode> answer;
        long frozen;
        try (Connection gate = connection(); Statement statement = gate.createStatement()) {
            gate.setAutoCommit(false);
            statement.execute(where.equals("lock") ? "lock table write_lock in exclusive mode" : "select pg_advisory_xact_lock(15)");
            answer = CompletableFuture.supplyAsync(() -> ask(replicas.one, RECORD, write(id)));
            await(WAITING, 1, Duration.ofSeconds(4));
            signal(replicas.one.process, "STOP");
            gate.rollback();
            frozen = System.nanoTime();
        }
        try {
            assertWrites(replicas.other, "during-" + id, frozen, OTHERS_WRITE_WITHIN);
            TimeUnit.NANOSECONDS.sleep(TimeUnit.SECONDS.toNanos(seconds) - (System.nanoTime() - frozen));
        } finally {
            signal(replicas.one.process, "CONT");
        }
        JsonNode told = answer.get(30, TimeUnit.SECONDS);
        assertNotNull(told, "no answer");
        boolean written = !told.has("errors");
        assertEquals(written ? 1 : 0, count("select count(*) from change where slug = '" + id + "'"), told.toString());
        assertTrue(written || told.at("/errors/0/extensions/code").asText().equals("UNAVAILABLE")
                && told.at("/errors/0/message").asText().startsWith("Nothing was written"), told.toString());
        assertTrue(written || seconds > 5, "it could have tried again: " + told);
        assertSame(id, told);
        assertBothServe(id);
    }

    /** A retry either executes the mutation or returns the earlier result, on both replicas. */
    private static void assertSame(String id, JsonNode told) {
        JsonNode again = ask(replicas.other, RECORD, write(id));
        assertFalse(again.has("errors"), again.toString());
        assertEquals(told.has("errors") ? again : told, ask(replicas.one, RECORD, write(id)));
        assertEquals(again, ask(replicas.one, RECORD, write(id)));
    }

    @Test
    void frozenLoadHoldsUpOthersForABoundedTime() throws Exception {
        Path data = new SeedCopy(folder).add("places/frozen.yaml", "- {slug: loaded-when-thawed, name: Loaded}\n").folder();
        try (Connection gate = connection(); Statement statement = gate.createStatement()) {
            gate.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(15)");
            try (PackagedService load = PackagedService.begin(replicas.postgres.environment(), "load", data.toString())) {
                await(WAITING, 1, Duration.ofSeconds(60));
                signal(load.process, "STOP");
                gate.rollback();
                assertWrites(replicas.other, "during-load", System.nanoTime(), OTHERS_WRITE_AFTER_A_LOAD_WITHIN);
                signal(load.process, "CONT");
                assertTrue(load.process.waitFor(60, TimeUnit.SECONDS), load.said());
                assertEquals(0, load.process.exitValue(), load.said());
            }
        }
        assertEquals(1, count("select count(*) from change where slug = 'loaded-when-thawed'"));
        assertBothServe("load");
    }

    @Test
    void frozenReaderHoldsUpNobodyAndItsSnapshotIsGivenUp() throws Exception {
        CompletableFuture<JsonNode> answer;
        long frozen;
        try (Connection gate = connection(); Statement statement = gate.createStatement()) {
            gate.setAutoCommit(false);
            statement.execute("lock table meeting in access exclusive mode");
            answer = CompletableFuture.supplyAsync(() -> ask(replicas.one, READ + "# not asked before", Map.of()));
            await(WAITING, 1, Duration.ofSeconds(4));
            signal(replicas.one.process, "STOP");
            gate.rollback();
            frozen = System.nanoTime();
        }
        try {
            assertWrites(replicas.other, "during-reading", frozen, OTHERS_WRITE_WITHIN);
            await(IDLE, 0, READER_IS_ENDED_WITHIN);
        } finally {
            signal(replicas.one.process, "CONT");
        }
        assertNotNull(answer.get(30, TimeUnit.SECONDS));
        assertBothServe("reading");
    }

    private static void assertWrites(PackagedService replica, String id, long since, Duration most) {
        JsonNode answer;
        do {
            answer = ask(replica, RECORD, write(id));
            Duration passed = Duration.ofNanos(System.nanoTime() - since);
            assertTrue(passed.compareTo(most) < 0, "after " + passed + ": " + answer);
            assertTrue(List.of("", "UNAVAILABLE").contains(answer.at("/errors/0/extensions/code").asText()), answer.toString());
        } while (answer.has("errors"));
    }

    /** No connection of the pools is broken, and both see the same record. */
    private static void assertBothServe(String id) {
        for (int i = 0; i < AFTERWARDS; i++) {
            JsonNode written = ask(replicas.both().get(i % 2), RECORD, write("after-" + id + "-" + i));
            assertFalse(written.has("errors"), written.toString());
            JsonNode revision = written.findValue("revision");
            // A response without this header may be a cached one, up to a second old.
            JsonNode read = ask(replicas.both().get((i + 1) % 2), READ, Map.of(), "Parley-Min-Revision", revision.asText());
            assertFalse(read.has("errors"), read.toString());
            assertEquals(revision, read.at("/data/dataset/revision"));
        }
    }

    private static Map<String, String> write(String id) {
        return Map.of("id", id, "why", id);
    }

    private static JsonNode ask(PackagedService replica, String document, Map<String, ?> variables, String... headers) {
        URI address = replica.address.resolve("/graphql");
        try {
            return new EditingClient("ana").ask(address, document, variables, headers);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void signal(Process process, String signal) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor());
    }

    private static void await(String count, long expected, Duration most) throws Exception {
        long until = System.nanoTime() + most.toNanos();
        while (count(count) != expected) {
            assertTrue(System.nanoTime() < until, count + " is not " + expected + " within " + most);
            Thread.sleep(20);
        }
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection connection() throws SQLException {
        return replicas.postgres.database().getPostgresDatabase().getConnection();
    }
}
