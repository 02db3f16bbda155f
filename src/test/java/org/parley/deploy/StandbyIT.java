package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.auth.TestIdentityProvider;
import org.parley.deploy.PackagedService.Outcome;
import org.parley.websocket.SocketClient;

/** A primary and a standby with a service on each, before and after a switchover. */
@Tag("slow")
class StandbyIT {

    private final TestIdentityProvider provider = new TestIdentityProvider();
    private Map<String, String> settings;
    private PlainPostgres primary;
    private PlainPostgres standby;

    @BeforeEach
    void start() throws Exception {
        settings = provider.start();
        primary = PlainPostgres.filledCopy();
        standby = PlainPostgres.standbyOf(primary);
    }

    @AfterEach
    void stop() {
        standby.close();
        primary.close();
        provider.stop();
    }

    @Test
    void commandsOnAStandby() {
        Outcome migrated = PackagedService.run(standby.environment(), "migrate");
        assertEquals(0, migrated.exit(), migrated.said());
        Outcome loaded = PackagedService.run(standby.environment(), "load", "seeds");
        assertEquals(1, loaded.exit(), loaded.said());
        assertTrue(loaded.said().contains("Nothing was written: the database is read-only"), loaded.said());
    }

    /** Nine seconds are longer than anything that the service keeps of what the database once said. */
    @Test
    void aStandbyAnswersAndTakesChangesWhenItIsPromoted() throws Exception {
        try (PackagedService reading = PackagedService.serve(standby.environment(settings));
                PackagedService writing = PackagedService.serve(primary.environment(settings));
                SteadyReader reader = SteadyReader.of(reading);
                SocketClient listener = new WholeService(reading).subscribe()) {
            WholeService copy = new WholeService(reading);
            copy.assertReadOnly("standby", Duration.ofSeconds(9));
            assertFollows(new WholeService(writing), copy, listener);
            assertAwaitsRevision(copy);
            writing.close();
            primary.halt();
            standby.promote();
            copy.assertWhole(standby, listener);
            assertTrue(copy.get("/q/health/ready").contains("primary"), copy.get("/q/health/ready"));
            reader.close();
            assertEquals(List.of(), reader.wrong());
            assertEquals(0, reader.rejected());
        }
    }

    /** A subscription on the standby reports changes of the primary, and queries return them from their revision on. */
    private static void assertFollows(WholeService writing, WholeService reading, SocketClient listener) throws Exception {
        WholeService.assertHears(listener, writing.writtenSlug());
        JsonNode written = writing.write().at("/data/recordPlace");
        String slug = written.at("/place/slug").asText();
        assertEquals(List.of(slug), reading.changesOf(slug, "Parley-Min-Revision", written.path("revision").asText()));
        WholeService.assertHears(listener, slug);
    }

    /** A revision that is still to come is waited for, and rejected after a while. */
    private void assertAwaitsRevision(WholeService reading) throws Exception {
        standby.execute("select pg_wal_replay_pause()");
        String revision = primary.value("update dataset set revision = revision + 1 returning revision");
        String question = "{ dataset { revision } }";
        JsonNode rejected = reading.ask(question, "Parley-Min-Revision", revision);
        assertEquals("REVISION_NOT_REACHED", WholeService.code(rejected), rejected.toString());
        CompletableFuture<JsonNode> waiting = reading.asking(question, "Parley-Min-Revision", revision);
        Thread.sleep(100);
        standby.execute("select pg_wal_replay_resume()");
        JsonNode answer = waiting.get(20, TimeUnit.SECONDS);
        for (int i = 0; i < 10 && WholeService.code(answer).equals("REVISION_NOT_REACHED"); i++) {
            answer = reading.ask(question, "Parley-Min-Revision", revision);
        }
        assertEquals(revision, answer.at("/data/dataset/revision").asText(), answer.toString());
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
            whole.awaitReadOnly();
            proxy.leadTo(standby.port());
            whole.assertWhole(standby, listener);
            reader.close();
            assertEquals(List.of(), reader.wrong());
        }
    }

    /**
     * The primary fails, and the standby takes over at the same address. It lacks the last revision: who heard that gets an error, and no
     * answer shows it.
     */
    @Test
    void aStandbyThatTakesOverLacksARevision() throws Exception {
        try (TcpProxy proxy = new TcpProxy(primary.port());
                PackagedService service = PackagedService.serve(PlainPostgres.environmentAt(proxy.port(), settings));
                SocketClient listener = new WholeService(service).subscribe()) {
            WholeService whole = new WholeService(service);
            standby.halt();
            String lost = whole.awaitWrite();
            WholeService.assertHears(listener, lost);
            assertEquals(List.of(lost), whole.changesOf(lost));
            primary.crash();
            standby.restart();
            standby.promote();
            proxy.leadTo(standby.port());
            JsonNode ended = listener.hear(40);
            assertEquals("REVISION_NOT_REACHED", ended.at("/payload/0/extensions/code").asText(), ended.toString());
            whole.awaitWrite();
            assertEquals(List.of(), whole.changesOf(lost), "a response of the lost database was served from the cache");
            try (SocketClient another = whole.subscribe()) {
                whole.assertWhole(standby, another);
            }
        }
    }
}
