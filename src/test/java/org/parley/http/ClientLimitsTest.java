package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.parley.http.RawClient.Reply;

/** A client that reaches its limit gets an error; other clients are served. */
@QuarkusTest
@TestProfile(ClientLimitsTest.SmallLimits.class)
class ClientLimitsTest {

    private static final String MALLORY = "X-Forwarded-For: 203.0.113.7";
    private static final String ALICE = "X-Forwarded-For: 198.51.100.20";
    private static final String CHEAP = "{ actors(first: 1) { nodes { name } } }";
    private static final String EXPENSIVE = "{ actors(first: 100) { nodes { name aliases } } }";

    /** The test is a trusted proxy in front of clients with low limits. */
    public static class SmallLimits implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(Map.entry("parley.clients.trusted-proxies", "127.0.0.0/8,::1/128"),
                    Map.entry("parley.clients.concurrent-requests", "4"), Map.entry("parley.clients.queued-requests", "4"),
                    Map.entry("parley.clients.concurrent-expensive", "1"), Map.entry("parley.clients.websockets", "3"),
                    Map.entry("parley.limits.body", "300000"), Map.entry("parley.clients.request-buffer-bytes", "300000"),
                    Map.entry("parley.http.request-buffer-bytes", "500000"), Map.entry("parley.limits.expensive-cost", "100"),
                    Map.entry("parley.limits.waiting-time", "1s"), Map.entry("parley.limits.database-time", "10s"),
                    Map.entry("parley.http.body-timeout", "2s"));
        }
    }

    @TestHTTPResource("/graphql")
    URI service;

    @Inject
    DataSource database;

    @Inject
    BufferLimits buffered;

    private Reply ask(String document, String client) {
        try {
            return RawClient.send(service, RawClient.post(RawClient.json(Map.of("query", document)), client));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<CompletableFuture<Reply>> asking(int number, String document, String client) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(() -> ask(document, client), task -> new Thread(task).start()))
                .limit(number).toList();
    }

    private static long count(List<CompletableFuture<Reply>> replies, int status) {
        return replies.stream().map(CompletableFuture::join).filter(reply -> reply.status() == status).count();
    }

    /** Locks the actors, so that requests for them do not complete. */
    private Connection lock() throws Exception {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table actor in access exclusive mode");
        }
        return connection;
    }

    private static void assertRateLimited(Reply reply) {
        assertEquals(429, reply.status(), reply.toString());
        assertEquals("RATE_LIMITED", reply.code());
        assertEquals("1", reply.headers().get("retry-after"));
    }

    @Test
    void concurrentRequestsOfAClientAreQueuedOrRejected() throws Exception {
        List<CompletableFuture<Reply>> replies;
        try (Connection lock = lock()) {
            replies = asking(20, CHEAP, MALLORY);
            await(() -> replies.stream().filter(CompletableFuture::isDone).count() == 12);
            replies.stream().filter(CompletableFuture::isDone).forEach(reply -> assertRateLimited(reply.join()));
            assertEquals(200, ask("{ dataset { revision } }", ALICE).status());
            lock.rollback();
        }
        assertEquals(8, count(replies, 200), "answered, four of them in turn");
        assertEquals(200, ask(CHEAP, MALLORY).status());
    }

    @Test
    void expensiveOperationsDoNotBlockCheapOnes() throws Exception {
        List<CompletableFuture<Reply>> replies;
        try (Connection lock = lock()) {
            replies = asking(3, EXPENSIVE, MALLORY);
            await(() -> replies.stream().filter(CompletableFuture::isDone).count() == 2);
            replies.stream().filter(CompletableFuture::isDone).forEach(reply -> assertRateLimited(reply.join()));
            assertEquals(200, ask("{ dataset { revision } }", MALLORY).status());
            lock.rollback();
        }
        assertEquals(1, count(replies, 200));
        assertEquals(200, ask(EXPENSIVE, MALLORY).status());
    }

    /**
     * Bytes of incomplete requests are limited, per client and in total. After the body timeout the client gets an error and nothing is
     * reserved.
     */
    @Test
    void stalledBodiesAreBounded() throws Exception {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < 12; i++) {
                long before = buffered.requestBytes();
                Socket socket = stall(i < 6 ? MALLORY : "X-Forwarded-For: 192.0.2." + i, 90_000);
                stalled.add(socket);
                await(() -> buffered.requestBytes() >= before + 90_000 || available(socket));
            }
            assertTrue(buffered.requestBytes() <= 500_000, buffered.requestBytes() + " bytes");
            assertEquals(200, ask(CHEAP, ALICE).status());
            List<String> statuses = new ArrayList<>();
            for (Socket socket : stalled) {
                socket.setSoTimeout(15_000);
                statuses.add(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).substring(9, 12));
            }
            assertEquals(3, statuses.subList(0, 6).stream().filter("429"::equals).count(), statuses.toString());
            assertTrue(statuses.subList(6, 12).contains("503"), statuses.toString());
            assertTrue(statuses.contains("408"), statuses.toString());
            await(() -> buffered.requestBytes() == 0);
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    private static boolean available(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void bytesAreReleasedOnDisconnect() throws Exception {
        Socket socket = stall(MALLORY, 90_000);
        await(() -> buffered.requestBytes() >= 90_000);
        socket.close();
        await(() -> buffered.requestBytes() == 0);
    }

    private Socket stall(String client, int bytes) throws IOException {
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.getOutputStream().write(("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + (bytes + 10_000) + "\r\n" + client + "\r\n\r\n" + "x".repeat(bytes)).getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** An invalid token is rejected before the body is read. */
    @Test
    void invalidTokenIsRejectedBeforeTheBody() throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(1_500);
            socket.getOutputStream().write(("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Authorization: Bearer x.y.z\r\nContent-Length: 100000\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            assertEquals("HTTP/1.1 401", new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8));
        }
    }

    @Test
    void webSocketsOfAClientAreBounded() throws Exception {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                open.add(connect(MALLORY, "101"));
            }
            connect(MALLORY, "429").close();
            connect(ALICE, "101").close();
            open.remove(0).close();
            await(() -> status(MALLORY).equals("101"));
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    /** Frames of incomplete WebSocket messages count as bodies do. */
    @Test
    void stalledFramesAreBounded() throws Exception {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 12; i++) {
                Socket socket = connect("X-Forwarded-For: 192.0.2." + i / 3, "101");
                open.add(socket);
                byte[] frame = new byte[90_014];
                System.arraycopy(new byte[]{(byte) 0x81, (byte) 0xff, 0, 0, 0, 0, 0, 1, (byte) 0x86, (byte) 0xa0}, 0, frame, 0, 10);
                socket.getOutputStream().write(frame);
            }
            await(() -> buffered.requestBytes() >= 400_000);
            assertTrue(buffered.requestBytes() <= 500_000, buffered.requestBytes() + " bytes");
            assertEquals(200, ask(CHEAP, ALICE).status());
            await(() -> buffered.requestBytes() == 0);
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private String status(String client) {
        try {
            return RawClient.upgrade(service, client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket connect(String client, String status) throws IOException {
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(5_000);
        socket.getOutputStream()
                .write(("GET /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: "
                        + "graphql-transport-ws\r\n" + client + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        assertEquals("HTTP/1.1 " + status, new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8));
        return socket;
    }

    interface Condition {
        boolean holds();
    }

    static void await(Condition condition) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            if (condition.holds()) {
                return;
            }
            Thread.sleep(50);
        }
        fail("not within 15 s");
    }
}
