package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.http.RawClient.Reply;

/** A client that does not read its responses gets no more, and is disconnected; other clients are served. */
@QuarkusTest
@TestProfile(UnreadResponsesTest.OneAnswer.class)
class UnreadResponsesTest {

    private static final String MALLORY = "X-Forwarded-For: 203.0.113.9";
    private static final String ALICE = "X-Forwarded-For: 198.51.100.21";

    /** A client may have one response of eight megabytes, and three seconds to receive it. */
    public static class OneAnswer implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.clients.trusted-proxies", "127.0.0.0/8,::1/128", "parley.clients.response-buffer-bytes", "12000000",
                    "parley.limits.response", "12000000", "parley.http.response-timeout", "3s", "parley.websocket.send-timeout", "3s",
                    "parley.clients.websockets", "10");
        }
    }

    @TestHTTPResource("/graphql")
    URI service;

    @Inject
    BufferLimits buffered;

    /** Sends a number of requests on one connection and reads nothing. */
    private Socket deaf(int requests) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(15_000);
        socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
        byte[] body = RawClient.json(Map.of("query", RawClient.heavy())).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < requests; i++) {
            all.writeBytes(("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                    + "\r\n" + MALLORY + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            all.writeBytes(body);
        }
        socket.getOutputStream().write(all.toByteArray());
        return socket;
    }

    private Reply heavy(String client) throws IOException {
        return RawClient.send(service, RawClient.post(RawClient.json(Map.of("query", RawClient.heavy())), client));
    }

    private static long readToTheEnd(Socket socket) throws IOException {
        long read = 0;
        byte[] some = new byte[65_536];
        try {
            for (int number = 0; number >= 0; number = socket.getInputStream().read(some)) {
                read += number;
            }
        } catch (SocketException reset) {
            // The service has closed the connection.
        }
        return read;
    }

    @Test
    void tooManyUnreadResponsesAreRejected() throws Exception {
        try (Socket socket = deaf(1)) {
            ClientLimitsTest.await(() -> buffered.responseBytes() > 5_000_000);
            Reply rejected = heavy(MALLORY);
            assertEquals(429, rejected.status(), rejected.toString());
            assertEquals("RATE_LIMITED", rejected.code());
            assertEquals("1", rejected.headers().get("retry-after"));
            assertEquals(200, heavy(ALICE).status());
            ClientLimitsTest.await(() -> buffered.responseBytes() == 0);
            assertTrue(readToTheEnd(socket) < 7_000_000, "the answer was not cut off");
            assertEquals(200, heavy(MALLORY).status());
        }
    }

    /** The next request of a connection starts when the previous response was received. */
    @Test
    void responsesOfAConnectionDoNotAccumulate() throws Exception {
        try (Socket socket = deaf(20)) {
            ClientLimitsTest.await(() -> buffered.responseBytes() > 5_000_000);
            Thread.sleep(1_500);
            assertTrue(buffered.responseBytes() < 10_000_000, buffered.responseBytes() + " bytes");
            assertEquals(200, heavy(ALICE).status());
            ClientLimitsTest.await(() -> buffered.responseBytes() == 0);
            assertTrue(readToTheEnd(socket) < 7_000_000, "the answers were not cut off");
        }
    }

    /** A client that reads is served: all requests sent at once on one connection, in order. */
    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws IOException {
        try (Socket socket = deaf(3)) {
            socket.getOutputStream().write(RawClient.page("/graphql?query=%7Bdataset%7Brevision%7D%7D"));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(4, answers.split("HTTP/1.1 200", -1).length - 1);
            assertTrue(answers.substring(answers.lastIndexOf("HTTP/1.1")).contains("{\"data\":{\"dataset\":{\"revision\""));
        }
        // All that was written was received.
        assertEquals(0, buffered.responseBytes());
    }

    @Test
    void responsesOfAWebSocketAreCounted() throws Exception {
        try (RawSocket socket = RawSocket.open(service, MALLORY); RawSocket other = RawSocket.open(service, MALLORY)) {
            socket.send(RawSocket.ask("1", RawClient.heavy(), 0));
            ClientLimitsTest.await(() -> buffered.responseBytes() > 5_000_000);
            other.send(RawSocket.ask("2", RawClient.heavy(), 0));
            JsonNode rejected = other.hear();
            assertEquals("RATE_LIMITED", rejected.at("/payload/0/extensions/code").asText(), rejected.toString());
            assertEquals(200, heavy(ALICE).status());
            ClientLimitsTest.await(() -> buffered.responseBytes() == 0);
            other.send(RawSocket.ask("3", RawClient.heavy(), 0));
            assertEquals("next", other.hear().path("type").asText());
        }
    }
}
