package org.parley.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes that the database aborted are retried and executed once. */
@QuarkusTest
@TestProfile(OwnRecord.class)
class WriteRetryTest {

    private static final String RECORD = "mutation ($slug: String!, $id: ID) { recordPlace(clientMutationId: $id, input: {slug: $slug,"
            + " name: \"Written\"}) { revision change { id } place { slug } } }";
    /** Makes marked writes wait before or in their commit, until the test releases the advisory lock. */
    private static final String GATES = """
            create function gate() returns trigger language plpgsql as $$ begin
                perform pg_advisory_xact_lock_shared(15);
                return new;
            end $$;
            create trigger gate_change before insert on change for each row when (new.slug like 'change-%') execute function gate();
            create constraint trigger gate_commit after insert on change deferrable initially deferred for each row
                when (new.slug like 'commit-%') execute function gate()""";
    private static final String WAITING = "select count(*) from pg_locks where not granted";
    private static final String END_WAITING = "select count(pg_terminate_backend(pid)) from pg_locks where not granted and locktype = 'advisory'";

    @Inject
    DataSource source;

    @BeforeEach
    void setUpGates() throws SQLException {
        run(GATES);
    }

    @AfterEach
    void removeGates() throws SQLException {
        run("drop function gate() cascade");
    }

    @Test
    void serializationFailureIsRetried() throws Exception {
        try (Connection other = source.getConnection(); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update dataset set loaded_at = loaded_at");
            CompletableFuture<JsonNode> written = record("serialized", null);
            await(WAITING, 1);
            other.commit();
            assertWrittenOnce("serialized", written);
        }
    }

    @Test
    void deadlockIsRetried() throws Exception {
        try (Connection other = source.getConnection(); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update dataset set loaded_at = loaded_at");
            CompletableFuture<JsonNode> written = record("deadlocked", null);
            await(WAITING, 1);
            statement.execute("lock table write_lock in exclusive mode");
            other.commit();
            assertWrittenOnce("deadlocked", written);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"change-lost", "commit-lost"})
    void lostConnectionIsRetried(String slug) throws Exception {
        try (Connection other = source.getConnection(); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(15)");
            CompletableFuture<JsonNode> written = record(slug, slug);
            await(WAITING, 1);
            assertEquals(1, count(END_WAITING));
            other.rollback();
            assertWrittenOnce(slug, written);
        }
        assertEquals(1, count("select count(*) from mutation where id = '" + slug + "'"));
        for (int i = 0; i < 40; i++) {
            Editor.ANA.data("{ meetings(first: 1) { nodes { slug } } }");
        }
    }

    /** Without an idempotency key, a retry might write twice. */
    @Test
    void lostCommitWithoutAKeyIsReportedAsUnknown() throws Exception {
        try (Connection other = source.getConnection(); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(15)");
            CompletableFuture<JsonNode> written = record("commit-unknown", null);
            await(WAITING, 1);
            assertEquals(1, count(END_WAITING));
            other.rollback();
            JsonNode error = written.get(30, TimeUnit.SECONDS).at("/errors/0/extensions");
            assertEquals("UNAVAILABLE", error.get("code").asText());
            assertEquals("UNKNOWN", error.get("written").asText());
        }
    }

    @Test
    void concurrentDuplicatesAreExecutedOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            CompletableFuture<JsonNode> one = record("at-once-" + i, "at-once-" + i);
            CompletableFuture<JsonNode> other = record("at-once-" + i, "at-once-" + i);
            assertEquals(one.get(30, TimeUnit.SECONDS), other.get(30, TimeUnit.SECONDS));
            assertWrittenOnce("at-once-" + i, one);
        }
    }

    /** An idempotency key returns the first result, also if nothing changed. */
    @Test
    void repeatedMutationWithoutAChangeReturnsTheSameResult() throws Exception {
        String revision = record("unchanged", null).get(30, TimeUnit.SECONDS).findValue("revision").asText();
        String nothing = "mutation { amendPlace(slug: \"unchanged\", revision: \"" + revision
                + "\", clientMutationId: \"nothing\", input: {name: \"Written\"}) { revision change { id } } }";
        JsonNode told = Editor.ANA.data(nothing);
        assertEquals(revision, told.at("/amendPlace/revision").asText());
        assertTrue(told.at("/amendPlace/change").isNull());
        assertEquals(Long.parseLong(revision), count("select revision from dataset"));
        Editor.BEN.data(
                "mutation { amendPlace(slug: \"unchanged\", revision: \"" + revision + "\", input: {name: \"Other\"}) { revision } }");
        assertEquals(told, Editor.ANA.data(nothing));
        assertEquals("BAD_USER_INPUT", Editor.ANA.error(nothing.replace("Written", "Else")).at("/extensions/code").asText());
    }

    private static CompletableFuture<JsonNode> record(String slug, String id) {
        Map<String, String> variables = new HashMap<>(Map.of("slug", slug));
        variables.put("id", id);
        return CompletableFuture.supplyAsync(() -> Editor.ANA.send(RECORD, variables));
    }

    private void assertWrittenOnce(String slug, CompletableFuture<JsonNode> written) throws Exception {
        JsonNode answer = written.get(30, TimeUnit.SECONDS);
        assertEquals(slug, answer.at("/data/recordPlace/place/slug").asText(), answer.toString());
        assertEquals(1, count("select count(*) from change where slug = '" + slug + "'"));
    }

    private void await(String sql, long expected) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (count(sql) != expected) {
            assertTrue(System.nanoTime() < until, sql + " is not " + expected);
            Thread.sleep(10);
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
