package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.websocket.SocketClient;

/** Checks from outside that every function of a packaged service works. */
final class WholeService {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Far more than it takes, for machines that are busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final PackagedService service;
    private final URI address;
    private final EditingClient editor = new EditingClient("ana");
    private final HttpClient http = HttpClient.newHttpClient();

    WholeService(PackagedService service) {
        this.service = service;
        this.address = service.address.resolve("/graphql");
    }

    SocketClient subscribe() {
        return SocketClient.open(address).subscribe("1", "subscription { changed { slug record { id } } }", Map.of());
    }

    /** Records a place of a new name; the answer. */
    JsonNode write() throws InterruptedException {
        String slug = newName();
        return editor.ask(address, "mutation ($slug: String!) { recordPlace(input: {slug: $slug, name: \"Somewhere\"},"
                + " clientMutationId: \"" + slug + "\") { revision place { slug } } }", Map.of("slug", slug));
    }

    /** Records a place of a new name; its slug. */
    String writtenSlug() {
        try {
            JsonNode written = write();
            JsonNode slug = written.at("/data/recordPlace/place/slug");
            assertTrue(slug.isTextual(), written.toString());
            return slug.asText();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String newName() {
        return "somewhere-" + NAMES.incrementAndGet();
    }

    static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asText();
    }

    /** Waits until a change is written; gives its slug. */
    String awaitWrite() throws Exception {
        JsonNode[] last = new JsonNode[1];
        await("a change is written", () -> {
            last[0] = write();
            return last[0] != null && last[0].at("/data/recordPlace/place/slug").isTextual();
        }, () -> String.valueOf(last[0]));
        return last[0].at("/data/recordPlace/place/slug").asText();
    }

    /** Waits until changes are rejected. */
    void awaitReadOnly() throws Exception {
        JsonNode[] last = new JsonNode[1];
        await("changes are rejected", () -> {
            last[0] = write();
            return last[0] != null && code(last[0]).equals("READ_ONLY");
        }, () -> String.valueOf(last[0]));
    }

    /** For so long it answers, is live and ready, says what the database is, and rejects changes: nothing was written. */
    void assertReadOnly(String database, Duration time) throws Exception {
        await("its readiness shows " + database, () -> get("/q/health/ready").contains(database), () -> get("/q/health/ready"));
        long until = System.nanoTime() + time.toNanos();
        do {
            JsonNode rejected = write();
            assertEquals("READ_ONLY", code(rejected), rejected.toString());
            assertTrue(rejected.at("/errors/0/message").asText().startsWith("Nothing was written"), rejected.toString());
            assertEquals(200, status("/q/health/ready"));
            assertEquals(200, status("/q/health/live"));
            assertTrue(get("/q/health/ready").contains(database), get("/q/health/ready"));
            assertTrue(ask("{ dataset { revision } }").at("/data/dataset/revision").isTextual());
            Thread.sleep(500);
        } while (System.nanoTime() - until < 0);
    }

    /**
     * It is live and ready, takes changes, which the next read shows and the listener hears, and answers over all its connections to that
     * database at once.
     */
    void assertWhole(PlainPostgres database, SocketClient listener) throws Exception {
        await("the service is ready", service::ready, () -> get("/q/health/ready"));
        String slug = awaitWrite();
        assertEquals(List.of(slug), changesOf(slug));
        assertHears(listener, slug);
        assertEquals(200, status("/q/health/live"));
        new PoolCheck(this).assertAllSlotsFree(database);
    }

    /** The slugs of the changes of that record, once each. */
    List<String> changesOf(String slug, String... headers) throws IOException, InterruptedException {
        JsonNode answer = ask("{ changes(filter: {slugs: [\"" + slug + "\"]}) { nodes { slug } } }", headers);
        assertTrue(answer.at("/data/changes/nodes").isArray(), answer.toString());
        return answer.at("/data/changes/nodes").findValuesAsText("slug");
    }

    /** The change is among the next events of the subscription. */
    static void assertHears(SocketClient listener, String slug) {
        JsonNode heard = listener.hear();
        while (!heard.at("/payload/data/changed/slug").asText().equals(slug)) {
            assertTrue(heard.at("/payload/data/changed/slug").isTextual(), heard.toString());
            heard = listener.hear();
        }
    }

    JsonNode ask(String query, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query))));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }

    CompletableFuture<JsonNode> asking(String query, String... headers) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return ask(query, headers);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }, task -> new Thread(task, "question").start());
    }

    /** What the management port says. */
    String get(String path) throws IOException, InterruptedException {
        return getFromManagement(path, BodyHandlers.ofString()).body();
    }

    int status(String path) throws IOException, InterruptedException {
        return getFromManagement(path, BodyHandlers.discarding()).statusCode();
    }

    /** Asks again over a new connection if the service closed an idle one while the request was on its way. */
    private <T> HttpResponse<T> getFromManagement(String path, HttpResponse.BodyHandler<T> body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.management.resolve(path)).build();
        try {
            return http.send(request, body);
        } catch (IOException closed) {
            return http.send(request, body);
        }
    }

    static void await(String what, Callable<Boolean> condition, Callable<String> otherwise) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() - until > 0) {
                throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what + " " + otherwise.call());
            }
            Thread.sleep(100);
        }
    }
}
