package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.deploy.PackagedService.Outcome;
import org.parley.live.SocketClient;
import org.parley.rights.Provider;

/** Two databases, one of which follows the other, and services on both; then they change places. */
@Tag("faults")
class StandbyIT {

    private final Provider provider = new Provider();
    private Map<String, String> settings;
    private PlainPostgres primary;
    private PlainPostgres standby;

    @BeforeEach
    void start() throws Exception {
        settings = provider.start();
        primary = PlainPostgres.empty().filled();
        standby = primary.standby();
    }

    @AfterEach
    void stop() {
        standby.close();
        primary.close();
        provider.stop();
    }

    /** Nine seconds are longer than anything in the service may go by what it was told once. */
    @Test
    void aStandbyAnswersAndTakesChangesWhenItIsPromoted() throws Exception {
        Outcome migrated = PackagedService.run(standby.environment(), "migrate");
        assertEquals(0, migrated.exit(), migrated.said());
        assertRefusesToLoad();
        for (int start = 0; start < 2; start++) {
            try (PackagedService reading = PackagedService.serve(standby.environment(settings));
                    PackagedService writing = PackagedService.serve(primary.environment(settings));
                    SteadyReader reader = SteadyReader.of(reading);
                    SocketClient listener = new WholeService(reading).subscribe()) {
                WholeService copy = new WholeService(reading);
                assertTrue(copy.get("/q/health/ready").contains("standby"), copy.get("/q/health/ready"));
                long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(start == 0 ? 9 : 1);
                while (System.nanoTime() - until < 0) {
                    JsonNode refused = copy.write();
                    assertEquals("READ_ONLY", WholeService.code(refused), refused.toString());
                    assertEquals(200, copy.status("/q/health/ready"));
                    Thread.sleep(500);
                }
                assertFollows(new WholeService(writing), copy, listener);
                assertAtOnce(copy);
                if (start == 1) {
                    writing.close();
                    primary.halt();
                    standby.promote();
                    copy.assertWhole(standby, listener);
                    assertTrue(copy.get("/q/health/ready").contains("primary"), copy.get("/q/health/ready"));
                }
                reader.close();
                assertEquals(List.of(), reader.wrong());
                assertEquals(0, reader.refused());
            }
        }
    }

    private void assertRefusesToLoad() {
        Outcome loaded = PackagedService.run(standby.environment(), "load", "seeds");
        assertEquals(1, loaded.exit(), loaded.said());
        assertTrue(loaded.said().contains("nothing was written: the database is read-only"), loaded.said());
    }

    /** What is written on the primary is heard on the standby, and read from its revision on. */
    private static void assertFollows(WholeService writing, WholeService reading, SocketClient listener) throws Exception {
        JsonNode written = writing.write().at("/data/recordPlace");
        assertEquals(written.at("/place/slug").asText(), listener.hear().at("/payload/data/changed/slug").asText());
        JsonNode again = writing.write().at("/data/recordPlace");
        JsonNode read = reading.ask("{ changes(filter: {slugs: [\"" + again.at("/place/slug").asText() + "\"]}) { nodes { slug } } }",
                "Parley-Min-Revision", again.path("revision").asText());
        assertEquals(again.at("/place/slug").asText(), read.at("/data/changes/nodes/0/slug").asText(), read.toString());
        assertEquals(again.at("/place/slug").asText(), listener.hear().at("/payload/data/changed/slug").asText());
    }

    /** A revision that is still to come is waited for, and refused after a while. */
    private void assertAtOnce(WholeService reading) throws Exception {
        standby.execute("select pg_wal_replay_pause()");
        String revision = raise();
        JsonNode refused = reading.ask("{ dataset { revision } }", "Parley-Min-Revision", revision);
        assertEquals("REVISION_NOT_REACHED", WholeService.code(refused), refused.toString());
        CompletableFuture<JsonNode> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return reading.ask("{ dataset { revision } }", "Parley-Min-Revision", revision);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Thread.sleep(300);
        standby.execute("select pg_wal_replay_resume()");
        JsonNode answer = waiting.get(20, TimeUnit.SECONDS);
        assertEquals(revision, answer.at("/data/dataset/revision").asText(), answer.toString());
    }

    private String raise() throws SQLException {
        return primary.value("update dataset set revision = revision + 1 returning revision");
    }

    /** The service's address leads to the primary until that is made a standby of the other; then to the other. */
    @Test
    void thePrimaryBecomesAStandbyUnderTheService() throws Exception {
        try (TcpProxy proxy = new TcpProxy(primary.port());
                PackagedService service = PackagedService.serve(PlainPostgres.environmentAt(proxy.port(), settings));
                SteadyReader reader = SteadyReader.of(service);
                SocketClient listener = new WholeService(service).subscribe()) {
            WholeService whole = new WholeService(service);
            whole.assertWhole(primary, listener);
            primary.halt();
            standby.promote();
            primary.follow(standby);
            primary.restart();
            WholeService.await("changes are refused", () -> WholeService.code(whole.write()).equals("READ_ONLY"), () -> "");
            proxy.leadTo(standby.port());
            whole.assertWhole(standby, listener);
            reader.close();
            assertEquals(List.of(), reader.wrong());
        }
    }

    /** The primary fails without a word, and lacks what the standby has by then: nothing. */
    @Test
    void theStandbyTakesOverFromAPrimaryThatFails() throws Exception {
        try (TcpProxy proxy = new TcpProxy(primary.port());
                PackagedService service = PackagedService.serve(PlainPostgres.environmentAt(proxy.port(), settings));
                SteadyReader reader = SteadyReader.of(service);
                SocketClient listener = new WholeService(service).subscribe()) {
            WholeService whole = new WholeService(service);
            String slug = whole.awaitWrite();
            WholeService.await("the standby has it",
                    () -> standby.value("select count(*) from place where slug = '" + slug + "'").equals("1"), () -> "");
            primary.crash();
            standby.promote();
            proxy.leadTo(standby.port());
            whole.assertWhole(standby, listener);
            reader.close();
            assertEquals(List.of(), reader.wrong());
            primary.restart();
        }
    }

    /** A standby that takes over lacks what the primary had last: who heard that is told, and sees no trace of it. */
    @Test
    void aStandbyThatTakesOverLacksRevisions() throws Exception {
        try (TcpProxy proxy = new TcpProxy(primary.port());
                PackagedService service = PackagedService.serve(PlainPostgres.environmentAt(proxy.port(), settings));
                SocketClient listener = new WholeService(service).subscribe()) {
            WholeService whole = new WholeService(service);
            standby.execute("select pg_wal_replay_pause()");
            standby.halt();
            String lost = whole.awaitWrite();
            assertEquals(lost, listener.hear().at("/payload/data/changed/slug").asText());
            String question = "{ changes(filter: {slugs: [\"" + lost + "\"]}) { nodes { slug } } }";
            assertEquals(1, whole.ask(question).at("/data/changes/nodes").size());
            primary.crash();
            standby.restart();
            standby.execute("select pg_wal_replay_resume()");
            standby.promote();
            proxy.leadTo(standby.port());
            JsonNode ended = listener.hear(40);
            assertEquals("REVISION_NOT_REACHED", ended.at("/payload/0/extensions/code").asText(), ended.toString());
            String kept = whole.awaitWrite();
            assertEquals(0, whole.ask(question).at("/data/changes/nodes").size(), "an answer was kept over the change of databases");
            try (SocketClient anew = whole.subscribe()) {
                assertTrue(!kept.equals(lost));
                whole.assertWhole(standby, anew);
            }
            primary.restart();
        }
    }

    /** A user that may only read is to the service what a standby is. */
    @Test
    void aUserWithoutTheRightToWriteReads() throws Exception {
        primary.execute("create role reading login password 'reading'", "grant usage on schema public, history, as_of to reading",
                "grant select on all tables in schema public, history, as_of to reading");
        Map<String, String> environment = new HashMap<>(primary.environment(settings));
        environment.put("QUARKUS_DATASOURCE_USERNAME", "reading");
        try (PackagedService service = PackagedService.serve(environment); SteadyReader reader = SteadyReader.of(service)) {
            WholeService whole = new WholeService(service);
            JsonNode refused = whole.write();
            assertEquals("READ_ONLY", WholeService.code(refused), refused.toString());
            try (SocketClient listener = whole.subscribe()) {
                primary.execute("grant insert, update, delete on all tables in schema public, history to reading",
                        "grant usage on all sequences in schema public, history to reading");
                whole.assertWhole(primary, listener);
            }
            reader.close();
            assertEquals(List.of(), reader.wrong());
        }
    }
}
