package org.parley.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Clients that ask the same again and again: each answer is right, of a revision that is not before an earlier one, or an error with a code
 * that says to try again. They record every other answer.
 */
final class SteadyReader implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CLIENTS = 4;
    private static final long PAUSE_MILLIS = 20;
    private static final Set<String> AGAIN = Set.of("UNAVAILABLE", "TIMEOUT");
    private static final String QUERY = "{ dataset { revision } actor(slug: \"charles-michel\") { name }"
            + " meetings(first: 3, filter: {hosts: [\"european-union\"]}) { totalCount nodes { slug hosts { name } } } }";

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI service;
    private final JsonNode right;
    private final List<Thread> threads;
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger rejected = new AtomicInteger();
    private volatile boolean asking = true;

    private SteadyReader(URI service) throws IOException, InterruptedException {
        this.service = service;
        this.right = data(send());
        this.threads = IntStream.range(0, CLIENTS).mapToObj(client -> new Thread(this::ask, "reader " + client)).toList();
        threads.forEach(Thread::start);
    }

    static SteadyReader of(PackagedService service) throws IOException, InterruptedException {
        return new SteadyReader(service.address.resolve("/graphql"));
    }

    private void ask() {
        AtomicLong newest = new AtomicLong();
        while (asking) {
            try {
                HttpResponse<String> response = send();
                String fault = fault(response, newest);
                if (fault != null) {
                    wrong.add(fault);
                }
                Thread.sleep(PAUSE_MILLIS);
            } catch (IOException e) {
                wrong.add(e.toString());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private String fault(HttpResponse<String> response, AtomicLong newest) throws IOException {
        JsonNode answer = JSON.readTree(response.body());
        if (answer.has("errors")) {
            rejected.incrementAndGet();
            Set<String> codes = new TreeSet<>();
            answer.get("errors").forEach(error -> codes.add(error.at("/extensions/code").asText()));
            return AGAIN.containsAll(codes) ? null : response.statusCode() + " " + answer;
        }
        long revision = answer.at("/data/dataset/revision").asLong();
        boolean backwards = newest.getAndAccumulate(revision, Math::max) > revision;
        answered.incrementAndGet();
        return response.statusCode() != 200 || backwards || !data(response).equals(right) ? response.statusCode() + " " + answer : null;
    }

    /** What is not to change. */
    private static JsonNode data(HttpResponse<String> response) throws IOException {
        JsonNode data = JSON.readTree(response.body()).path("data");
        return data instanceof ObjectNode object ? object.without("dataset") : data;
    }

    private HttpResponse<String> send() throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(service).timeout(Duration.ofSeconds(20)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", QUERY)))).build(), BodyHandlers.ofString());
    }

    int answered() {
        return answered.get();
    }

    int rejected() {
        return rejected.get();
    }

    /** The unexpected answers. */
    List<String> wrong() {
        return wrong;
    }

    @Override
    public void close() {
        asking = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
