package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.parley.auth.TestIdentityProvider;
import org.parley.websocket.SocketClient;

/**
 * Two processes on one database, and editors who write through one of them: who listens to either hears every write, in order, once, also
 * across a restart of the database.
 */
class SubscriptionIT {

    private static final int WRITES = 10_000;
    /** One editor each: who amends the same has to know what the others did. */
    private static final List<String> MEETINGS = List.of("kazan-leaders-meeting", "moscow-2021-01-09", "lavrov-visit-to-yerevan",
            "putin-aliyev-call-2020-10");
    private static final String AMEND = "mutation ($slug: String!, $revision: String!, $summary: String!, $id: ID!) {"
            + " amendMeeting(slug: $slug, revision: $revision, input: {summary: $summary}, clientMutationId: $id) { revision } }";
    /** Error codes of a write that failed, or whose outcome is unknown. */
    private static final Set<String> AGAIN = Set.of("UNAVAILABLE", "TIMEOUT");

    /** The meeting that each acknowledged revision amended. */
    private final Map<Long, String> told = new ConcurrentSkipListMap<>();
    private final AtomicInteger sentAgain = new AtomicInteger();

    @Test
    void everyWriteIsHeardOnceInOrder() throws Exception {
        TestIdentityProvider provider = new TestIdentityProvider();
        Map<String, String> settings = provider.start();
        ExecutorService editors = Executors.newFixedThreadPool(MEETINGS.size());
        try (PlainPostgres postgres = PlainPostgres.empty().filled();
                PackagedService one = PackagedService.serve(postgres.environment(settings));
                PackagedService other = PackagedService.serve(postgres.environment(settings));
                SocketClient near = listen(one);
                SocketClient far = listen(other)) {
            List<Future<?>> writing = MEETINGS.stream().<Future<?>> map(slug -> editors.submit(() -> amend(one.address, slug))).toList();
            awaitTold(WRITES / 2, writing);
            postgres.halt();
            // Longer than a write is begun again by itself.
            Thread.sleep(7_000);
            postgres.restart();
            for (Future<?> each : writing) {
                each.get();
            }
            assertEquals(WRITES, told.size());
            assertIterableEquals(told.entrySet(), heard(far));
            assertIterableEquals(told.entrySet(), heard(near));
            assertTrue(sentAgain.get() > 0, "nobody wrote while the database was away");
        } finally {
            editors.shutdownNow();
            provider.stop();
        }
    }

    private static SocketClient listen(PackagedService service) {
        return SocketClient.open(service.address.resolve("/graphql")).subscribe("1", "subscription { changed { id slug } }", Map.of());
    }

    /** Amends a meeting again and again; what is not told as done is sent again, as it was, until it is. */
    private Void amend(URI service, String slug) throws Exception {
        EditingClient editor = new EditingClient("editor of " + slug);
        URI address = service.resolve("/graphql");
        String revision = editor.ask(address, "query ($slug: String!) { meeting(slug: $slug) { revision } }", Map.of("slug", slug))
                .at("/data/meeting/revision").asText();
        for (int i = 0; i < WRITES / MEETINGS.size(); i++) {
            Map<String, String> write = Map.of("slug", slug, "revision", revision, "summary", "Amended " + i, "id", slug + " " + i);
            JsonNode answer = editor.ask(address, AMEND, write);
            while (answer == null || AGAIN.contains(answer.at("/errors/0/extensions/code").asText())) {
                sentAgain.incrementAndGet();
                Thread.sleep(100);
                answer = editor.ask(address, AMEND, write);
            }
            revision = answer.at("/data/amendMeeting/revision").asText();
            assertNull(told.put(Long.valueOf(revision), slug), answer.toString());
        }
        return null;
    }

    private void awaitTold(int count, List<Future<?>> writing) throws Exception {
        while (told.size() < count) {
            for (Future<?> each : writing) {
                if (each.isDone()) {
                    each.get();
                }
            }
            Thread.sleep(5);
        }
    }

    /** All that a client heard, in its order: revision and meeting. */
    private static List<Map.Entry<Long, String>> heard(SocketClient client) {
        List<Map.Entry<Long, String>> heard = new ArrayList<>();
        for (int i = 0; i < WRITES; i++) {
            JsonNode change = client.hear().at("/payload/data/changed");
            heard.add(Map.entry(Long.valueOf(change.path("id").asText().split("-")[0]), change.path("slug").asText()));
        }
        assertNull(client.hearWithin(1_000), "heard too much");
        return heard;
    }
}
