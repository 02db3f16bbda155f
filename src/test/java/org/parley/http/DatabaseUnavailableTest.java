package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.parley.Management;
import org.parley.http.RawClient.Reply;

/**
 * Clients send requests while the database is stopped for ten seconds: no response is wrong, none takes too long, and the service recovers
 * by itself.
 */
@QuarkusTest
@WithTestResource(RestartableDatabase.class)
class DatabaseUnavailableTest {

    private static final Logger LOG = Logger.getLogger(DatabaseUnavailableTest.class);
    private static final int CLIENTS = 4;
    private static final long AWAY_MILLIS = 10_000;
    private static final long DEADLINE_MILLIS = 10_000;
    private static final long MARGIN_MILLIS = 1_000;
    private static final byte[] QUESTION = RawClient.query("""
            { meetings(first: 5, filter: {hosts: ["european-union"]}) { totalCount nodes { slug hosts { name } leaders { name } } }
              actor(slug: "charles-michel") { name } }""", Map.of());

    /** The outcome of one request. */
    private record Outcome(String end, long at, long millis) {}

    @TestHTTPResource("/graphql")
    URI service;

    private volatile boolean asking = true;

    @Test
    void serviceSurvives() throws Exception {
        JsonNode right = RawClient.send(service, QUESTION).json();
        assertEquals("Charles Michel", right.at("/data/actor/name").asText(), right.toString());
        List<Outcome> outcomes = new CopyOnWriteArrayList<>();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            clients.submit(() -> ask(right, outcomes));
        }
        Thread.sleep(3_000);
        long halted = System.nanoTime();
        RestartableDatabase.halt();
        long gone = System.nanoTime();
        int ready = 200;
        int live = 200;
        while (millis(halted) < AWAY_MILLIS) {
            ready = status("/q/health/ready");
            live = Math.max(live, status("/q/health/live"));
        }
        long back = System.nanoTime();
        RestartableDatabase.restart();
        Thread.sleep(7_000);
        long settled = System.nanoTime();
        int readyAgain = status("/q/health/ready");
        Thread.sleep(2_000);
        asking = false;
        clients.shutdown();
        assertTrue(clients.awaitTermination(20, TimeUnit.SECONDS), "a request hangs");

        tell(outcomes);
        assertEquals(List.of(),
                outcomes.stream().filter(outcome -> !Set.of("right", "UNAVAILABLE", "TIMEOUT").contains(outcome.end)).toList());
        assertEquals(List.of(), outcomes.stream().filter(outcome -> outcome.millis > DEADLINE_MILLIS + MARGIN_MILLIS).toList());
        List<Outcome> during = outcomes.stream().filter(outcome -> outcome.at > gone && outcome.at + outcome.millis * 1_000_000 < back)
                .toList();
        assertTrue(!during.isEmpty() && during.stream().noneMatch(outcome -> outcome.end.equals("right")), "it was not away");
        List<Outcome> after = outcomes.stream().filter(outcome -> outcome.at > settled).toList();
        assertTrue(after.size() >= CLIENTS && after.stream().allMatch(outcome -> outcome.end.equals("right")), after.toString());
        assertEquals(503, ready, "readiness while it was away");
        assertEquals(200, live, "liveness while it was away");
        assertEquals(200, readyAgain, "readiness when it was back");
    }

    private Void ask(JsonNode right, List<Outcome> outcomes) throws InterruptedException {
        while (asking) {
            long began = System.nanoTime();
            outcomes.add(new Outcome(end(right), began, millis(began)));
            Thread.sleep(20);
        }
        return null;
    }

    private String end(JsonNode right) {
        try {
            Reply reply = RawClient.send(service, QUESTION);
            JsonNode answer = reply.json();
            if (answer.equals(right)) {
                return reply.status() == 200 ? "right" : reply.toString();
            }
            Set<String> codes = new TreeSet<>();
            answer.path("errors").forEach(error -> codes.add(error.at("/extensions/code").asText()));
            return codes.size() == 1 && agrees(answer.path("data"), right.path("data")) ? codes.iterator().next() : reply.toString();
        } catch (IOException | AssertionError e) {
            return e.toString();
        }
    }

    /** Whether the returned data is correct. Data missing next to an error is not checked. */
    private static boolean agrees(JsonNode told, JsonNode right) {
        if (told.isMissingNode() || told.isNull()) {
            return true;
        }
        if (!told.isContainerNode() || told.size() != right.size()) {
            return told.equals(right);
        }
        if (told.isArray()) {
            return IntStream.range(0, told.size()).allMatch(i -> agrees(told.get(i), right.get(i)));
        }
        return told.properties().stream().allMatch(field -> agrees(field.getValue(), right.path(field.getKey())));
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }

    private static int status(String path) {
        return Management.get(path).statusCode();
    }

    private static void tell(List<Outcome> outcomes) {
        List<String> ends = new ArrayList<>();
        outcomes.stream().map(Outcome::end).distinct()
                .forEach(end -> ends.add(outcomes.stream().filter(outcome -> outcome.end.equals(end)).count() + " " + end));
        LOG.infof("%d requests: %s; the longest took %d ms", outcomes.size(), String.join(", ", ends),
                outcomes.stream().mapToLong(Outcome::millis).max().orElse(0));
    }
}
