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
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.live.SocketClient;

/** A packaged service, seen from outside: whether all of it works. */
final class WholeService {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SLOTS = 16;
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

    /** It is ready, takes changes, which the listener hears, and answers over all its connections to that database at once. */
    void assertWhole(PlainPostgres database, SocketClient listener) throws Exception {
        await("it is ready", service::ready, () -> "");
        String slug = awaitWrite();
        JsonNode heard = listener.hear();
        while (!heard.at("/payload/data/changed/slug").asText().equals(slug)) {
            assertTrue(heard.at("/payload/data/changed/slug").isTextual(), heard.toString());
            heard = listener.hear();
        }
        assertEquals(200, status("/q/health/live"));
        assertAllSlotsFree(database);
    }

    /** All connections of the pool are used at once: as many questions wait for the same lock in the database, and all are answered. */
    void assertAllSlotsFree(PlainPostgres database) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(SLOTS);
        try (Connection lock = database.database().getPostgresDatabase().getConnection()) {
            await("its questions reach the lock", () -> {
                lock.setAutoCommit(false);
                execute(lock, "lock table meeting in access exclusive mode");
                List<Future<JsonNode>> answers = new ArrayList<>();
                for (int i = 0; i < SLOTS; i++) {
                    answers.add(clients.submit(
                            () -> ask("query " + newName().replace('-', '_') + " { meeting(slug: \"kazan-leaders-meeting\") { slug } }")));
                }
                boolean all = holds(lock, System.nanoTime() + TimeUnit.SECONDS.toNanos(4));
                lock.rollback();
                boolean right = true;
                for (Future<JsonNode> answer : answers) {
                    right &= answer.get().at("/data/meeting/slug").asText().equals("kazan-leaders-meeting");
                }
                return all && right;
            }, () -> "");
        } finally {
            clients.shutdownNow();
        }
        await("its connections are given back", () -> active() == 0, () -> active() + " are in use");
    }

    private static boolean holds(Connection lock, long until) throws SQLException, InterruptedException {
        while (System.nanoTime() - until < 0) {
            try (Statement statement = lock.createStatement();
                    ResultSet row = statement
                            .executeQuery("select count(*) from pg_locks where relation = 'meeting'::regclass and not granted")) {
                row.next();
                if (row.getInt(1) == SLOTS) {
                    return true;
                }
            }
            Thread.sleep(20);
        }
        return false;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Connections of the pool that are in use, as its metrics have it. */
    private double active() throws IOException, InterruptedException {
        return get("/q/metrics").lines().filter(line -> line.startsWith("agroal_active_count"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }

    JsonNode ask(String query, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query))));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return JSON.readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }

    CompletableFuture<JsonNode> asking(String query) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return ask(query);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(service.address.resolve(path)).build(), BodyHandlers.ofString()).body();
    }

    int status(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(service.address.resolve(path)).build(), BodyHandlers.discarding()).statusCode();
    }

    static void await(String what, Callable<Boolean> condition, Callable<String> otherwise) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() - until > 0) {
                throw new AssertionError("in " + PATIENCE.toSeconds() + " s it does not come about that " + what + ": " + otherwise.call());
            }
            Thread.sleep(100);
        }
    }
}
