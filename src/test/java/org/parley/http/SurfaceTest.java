package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Management;
import org.parley.http.RawClient.Reply;

/** What clients reach on the public port, and what they do not. */
@QuarkusTest
class SurfaceTest {

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

    /** A proxy and the service could disagree on where such a request ends. The client is not asked to close: the service does. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nContent-Length: 5",
            "transfer-encoding: CHUNKED\r\ncontent-length: 0", "Content-Length: 5\r\nContent-Length: 6", "Content-Length: +5",
            "Transfer-Encoding: chunked, gzip", "Transfer-Encoding: gzip", "Transfer-Encoding: chunked, chunked", "Content-Length : 5",
            "Transfer-Encoding : chunked"})
    void ambiguousLengthIsRefusedAndTheConnectionClosed(String headers) throws IOException {
        String request = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers + "\r\n\r\n"
                + "0\r\n\r\n" + "GET /graphql?query=%7Bdataset%7Brevision%7D%7D HTTP/1.1\r\nHost: localhost\r\n\r\n";
        Reply reply = RawClient.send(service, request.getBytes(StandardCharsets.UTF_8));
        assertEquals(400, reply.status(), reply.toString());
        assertFalse(new String(reply.body(), StandardCharsets.UTF_8).contains("HTTP/1.1"), "a second answer: " + reply);
    }

    @Test
    void http2IsNotSpokenWithoutTls() throws IOException {
        String upgrade = "GET /graphql?query=%7Bdataset%7Brevision%7D%7D HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings"
                + "\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n";
        assertEquals("HTTP/1.1 200", firstBytes(upgrade));
        // A line of text, not a frame.
        assertEquals("HTTP/2.0 400", firstBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0"));
    }

    private String firstBytes(String request) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void everyResponseHasSecurityHeaders() throws IOException {
        Map<String, byte[]> requests = Map.of("answer", RawClient.post(BODY), "answer to GET",
                RawClient.get("GET", "?query=%7Bdataset%7Brevision%7D%7D"), "refusal", RawClient.post("{"), "method",
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
