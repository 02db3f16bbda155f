package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.LogLines;
import org.parley.Management;
import org.parley.http.RawClient.Reply;

/** What is reachable on the public port. */
@QuarkusTest
class PublicPortTest {

    private static final String BODY = "{\"query\": \"{ dataset { revision } }\"}";

    @TestHTTPResource("/graphql")
    URI service;

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/health", "/q/health/live", "/q", "/q/", "/q/info", "/q/openapi", "/q/arc/beans", "/metrics",
            "/health", "/graphql/../q/metrics", "/graphql/%2e%2e/q/metrics", "/graphql/%2E%2E/q/metrics", "/graphql/%2e./q/metrics",
            "/graphql/..%2fq/metrics", "/graphql/%2e%2e%2fq%2fmetrics", "/graphql/%252e%252e/q/metrics", "/graphql/..;/q/metrics",
            "/graphql/..\\q\\metrics", "/graphql//../../q/metrics", "//q/metrics", "/./q/metrics", "/%71/metrics", "/q%2fmetrics",
            "/graphiql/../q/health", "/graphiql/%2e%2e/q/health", "/graphql/%c0%ae%c0%ae/q/metrics"})
    void operationsAreNotOnThePublicPort(String path) throws IOException {
        Reply reply = RawClient.send(service, RawClient.page(path));
        assertTrue(List.of(400, 404).contains(reply.status()), reply.toString());
        String body = new String(reply.body(), StandardCharsets.UTF_8);
        assertFalse(body.contains("parley_") || body.contains("\"UP\""), body);
    }

    @Test
    void managementPortHasHealthAndMetricsOnly() {
        Management.get("/q/health/ready").then().statusCode(200).header("X-Content-Type-Options", "nosniff");
        assertTrue(Management.get("/q/metrics").asString().contains("parley_requests"));
        for (String path : List.of("/graphql?query=%7Bdataset%7Brevision%7D%7D", "/graphiql/", "/graphql/schema.graphql")) {
            Management.get(path).then().statusCode(404);
        }
    }

    /** A proxy and the service could disagree on the end of such a request, so the service closes the connection. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nContent-Length: 5",
            "transfer-encoding: CHUNKED\r\ncontent-length: 0", "Content-Length: 5\r\nContent-Length: 6", "Content-Length: +5",
            "Transfer-Encoding: chunked, gzip", "Transfer-Encoding: gzip", "Transfer-Encoding: chunked, chunked", "Content-Length : 5",
            "Transfer-Encoding : chunked"})
    void ambiguousLengthIsRejectedAndTheConnectionClosed(String headers) throws IOException {
        String request = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers + "\r\n\r\n"
                + "0\r\n\r\n" + "GET /graphql?query=%7Bdataset%7Brevision%7D%7D HTTP/1.1\r\nHost: localhost\r\n\r\n";
        Reply reply = RawClient.send(service, request.getBytes(StandardCharsets.UTF_8));
        assertEquals(400, reply.status(), reply.toString());
        assertFalse(new String(reply.body(), StandardCharsets.UTF_8).contains("HTTP/1.1"), "a second answer: " + reply);
    }

    @Test
    void http2NeedsTls() throws IOException {
        String upgrade = "GET /graphql?query=%7Bdataset%7Brevision%7D%7D HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings"
                + "\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n";
        assertEquals("HTTP/1.1 200", firstBytes(upgrade));
        // A line of text, not a frame.
        assertEquals("HTTP/2.0 400", firstBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0"));
    }

    /** No request from outside fills the log with errors. */
    @ParameterizedTest
    @ValueSource(strings = {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "GET / HTTP/3.1\r\n\r\n", "GET /graphql HTTP/1.1\r\n\r\n",
            "GET /graphiql/ HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", "GET / HTTP/1.1\r\nBad Header : x\r\n\r\n",
            "GET  HTTP/1.1\r\nHost: x\r\n\r\n", "\0\0\0\r\n\r\n",
            "GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: x\r\nUpgrade: websocket\r\n\r\n",
            "POST /nothing HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n"})
    void malformedRequestIsNotLoggedAsAnError(String request) throws IOException {
        try (LogLines errors = new LogLines(""); Socket socket = new Socket(service.getHost(), service.getPort())) {
            errors.setLevel(Level.SEVERE);
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
            assertEquals(List.of(), errors.lines());
        }
    }

    private String firstBytes(String request) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.ISO_8859_1);
        }
    }

    /** A few compressed bytes could become a message of any length before they are counted. */
    @Test
    void messagesAreNotCompressed() throws IOException {
        String handshake = "GET /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: "
                + "graphql-transport-ws\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n";
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(handshake.getBytes(StandardCharsets.UTF_8));
            BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertEquals("HTTP/1.1 101 Switching Protocols", answer.readLine());
            for (String line = answer.readLine(); !line.isEmpty(); line = answer.readLine()) {
                assertFalse(line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-extensions"), line);
            }
        }
    }

    @Test
    void everyResponseHasSecurityHeaders() throws IOException {
        Map<String, byte[]> requests = Map.of("answer", RawClient.post(BODY), "answer to GET",
                RawClient.get("GET", "?query=%7Bdataset%7Brevision%7D%7D"), "rejection", RawClient.post("{"), "method",
                RawClient.get("PUT", ""), "media type", RawClient.post(BODY, "Content-Type: text/plain"), "nothing",
                RawClient.page("/nothing"), "schema", RawClient.page("/graphql/schema.graphql"), "GraphiQL", RawClient.page("/graphiql/"),
                "redirect", RawClient.page("/graphiql"));
        for (Map.Entry<String, byte[]> request : requests.entrySet()) {
            Reply reply = RawClient.send(service, request.getValue());
            assertEquals("nosniff", reply.headers().get("x-content-type-options"), request.getKey() + ": " + reply);
            assertEquals("no-referrer", reply.headers().get("referrer-policy"), request.getKey());
            String policy = reply.headers().get("content-security-policy");
            assertTrue(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
                    request.getKey() + ": " + policy);
            assertFalse(reply.headers().containsKey("strict-transport-security"), request.getKey());
        }
    }
}
