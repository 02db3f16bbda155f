package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.websocket.SocketClient;

/** After SIGTERM, as in a rolling restart, the service completes all accepted requests. */
class ShutdownIT {

    private static final int CLIENTS = 8;
    /** The delay and the timeout of a shutdown, and some to spare; the pod's grace is longer by its preStop. */
    private static final int GRACE_SECONDS = 30;
    private static final String QUERY = "{\"query\":\"{ meetings(first: 20) { totalCount nodes { slug title } } }\"}";

    private static PlainPostgres postgres;

    private record Answered(int status, String body) {}

    @BeforeAll
    static void fill() {
        postgres = PlainPostgres.empty().filled();
    }

    @AfterAll
    static void drop() {
        postgres.close();
    }

    private static Answered ask(HttpClient client, URI service) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/graphql")).header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(25)).POST(BodyPublishers.ofString(QUERY)).build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        return new Answered(response.statusCode(), response.body());
    }

    private static void assertRight(Answered answered) {
        assertEquals(200, answered.status, answered.body);
        assertTrue(answered.body.contains("\"totalCount\"") && !answered.body.contains("\"errors\""), answered.body);
    }

    /** Each request is to be worked at: none is given an answer that was kept. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(postgres.environment());
        environment.put("PARLEY_HTTP_RESPONSE_CACHE_BYTES", "0");
        environment.put("PARLEY_LIMITS_DATABASE_TIME", "10s");
        return environment;
    }

    /** Clients send until readiness says no, as a Service does with its endpoints. Every one of their requests is answered. */
    @Test
    void whatIsSentUntilReadinessSaysNoIsAnswered() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (PackagedService service = PackagedService.serve(environment())) {
            AtomicBoolean open = new AtomicBoolean(true);
            ConcurrentLinkedQueue<Answered> answers = new ConcurrentLinkedQueue<>();
            List<Future<?>> sending = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                sending.add(clients.submit(() -> {
                    HttpClient client = HttpClient.newHttpClient();
                    while (open.get()) {
                        answers.add(ask(client, service.address));
                    }
                    return null;
                }));
            }
            Thread.sleep(3000);
            int before = answers.size();
            service.process.destroy();
            while (service.ready()) {
                Thread.sleep(50);
            }
            assertTrue(service.process.isAlive(), "gone before readiness said so");
            open.set(false);
            for (Future<?> each : sending) {
                each.get();
            }
            answers.forEach(ShutdownIT::assertRight);
            assertTrue(before > CLIENTS, before + " answers before");
            assertTrue(service.process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS), "does not end");
        } finally {
            clients.shutdownNow();
        }
    }

    /** The database holds eight requests up until after the service has stopped listening: all eight are answered, then it ends. */
    @Test
    void whatIsBeingAnsweredIsFinished() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (PackagedService service = PackagedService.serve(environment());
                Connection lock = postgres.database().getPostgresDatabase().getConnection()) {
            assertRight(ask(HttpClient.newHttpClient(), service.address));
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table meeting in access exclusive mode");
            List<Future<Answered>> waiting = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                waiting.add(clients.submit(() -> ask(HttpClient.newHttpClient(), service.address)));
            }
            Thread.sleep(1000);
            service.process.destroy();
            Thread.sleep(4000);
            assertTrue(service.process.isAlive(), "does not wait for its requests");
            assertFalse(service.ready());
            assertTrue(waiting.stream().noneMatch(Future::isDone), "nothing was held up");
            lock.rollback();
            for (Future<Answered> each : waiting) {
                assertRight(each.get(20, TimeUnit.SECONDS));
            }
            assertTrue(service.process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS), "does not end");
        } finally {
            clients.shutdownNow();
        }
    }

    /** Clients that stay connected are asked to reconnect once their requests are answered. */
    @Test
    void whoStaysConnectedIsSentOn() throws Exception {
        try (PackagedService service = PackagedService.serve(environment());
                Connection lock = postgres.database().getPostgresDatabase().getConnection();
                SocketClient listener = SocketClient.open(service.address.resolve("/graphql"));
                SocketClient asker = SocketClient.open(service.address.resolve("/graphql"))) {
            listener.subscribe("1", "subscription { changed { id } }", Map.of());
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table meeting in access exclusive mode");
            asker.ask("1", "{ meetings(first: 1) { nodes { slug } } }", Map.of());
            asker.subscribe("2", "subscription { changed { id } }", Map.of());
            service.process.destroy();
            assertEquals(1001, listener.closed().code());
            Thread.sleep(1000);
            assertFalse(asker.isClosed(), "hung up before its question was answered");
            lock.rollback();
            assertEquals(1, asker.hear().at("/payload/data/meetings/nodes").size());
            assertEquals(1001, asker.closed().code());
            assertTrue(service.process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS), "does not end");
            assertFalse(service.said().contains("Timed out waiting"), service.said());
        }
    }
}
