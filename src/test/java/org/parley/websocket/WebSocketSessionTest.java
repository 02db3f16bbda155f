package org.parley.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.websocket.SocketClient.PROTOCOL;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Management;
import org.parley.auth.InvalidTokens;
import org.parley.auth.TestIdentityProvider;
import org.parley.websocket.SocketClient.Closed;

/** The protocol graphql-transport-ws: each message and close code. */
@QuarkusTest
@TestProfile(WebSocketSessionTest.Hasty.class)
@WithTestResource(TestIdentityProvider.class)
class WebSocketSessionTest {

    private static final String QUESTION = "query One($slug: String!) { actor(slug: $slug) { name } }";
    private static final Map<String, String> MICHEL = Map.of("slug", "charles-michel");
    private static final String ALL = "subscription All { changed { id } }";
    private static final int OPERATIONS = 3;
    private static final int CONNECTIONS = 30;

    /** Short timeouts. */
    public static class Hasty implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.websocket.init-timeout", "1s", "parley.websocket.ping-interval", "1s", "parley.websocket.operations",
                    String.valueOf(OPERATIONS), "parley.websocket.concurrent-operations", "2", "parley.websocket.send-timeout", "2s",
                    "parley.websocket.connections", String.valueOf(CONNECTIONS));
        }
    }

    @TestHTTPResource("/graphql")
    URI service;

    private SocketClient open() {
        return SocketClient.open(service);
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    @Test
    void queryHasOneResponse() {
        try (SocketClient client = open()) {
            client.ask("1", QUESTION, MICHEL);
            JsonNode next = client.hear();
            assertEquals("next", next.path("type").asText());
            assertEquals("1", next.path("id").asText());
            assertEquals("Charles Michel", next.at("/payload/data/actor/name").asText(), next.toString());
            assertEquals("{\"id\":\"1\",\"type\":\"complete\"}", sorted(client.hear()));
            client.ask("1", QUESTION, MICHEL);
            assertEquals("next", client.hear().path("type").asText(), "the id is free again");
        }
    }

    private static String sorted(JsonNode message) {
        return "{\"id\":" + message.get("id") + ",\"type\":" + message.get("type") + "}";
    }

    @Test
    void operationsRunConcurrently() {
        try (SocketClient client = open()) {
            for (int i = 0; i < 30; i += OPERATIONS) {
                for (int j = 0; j < OPERATIONS; j++) {
                    client.ask("id " + (i + j), QUESTION, MICHEL);
                }
                for (int j = 0; j < 2 * OPERATIONS; j++) {
                    JsonNode message = client.hear();
                    assertTrue(List.of("next", "complete").contains(message.path("type").asText()), message.toString());
                }
            }
        }
    }

    /** Longer than a frame, of two-character letters, so that frames may end within one. */
    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void longMessageIsReceived(String begin) {
        String id = begin + "\uD83D\uDD4A".repeat(100_000);
        try (SocketClient client = open()) {
            client.ask(id, QUESTION, MICHEL);
            JsonNode next = client.hear();
            assertTrue(next.path("id").asText().equals(id), next.path("id").asText().length() + " characters");
            assertEquals("Charles Michel", next.at("/payload/data/actor/name").asText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ nothing }", "{ actor", "query One { actor(slug: 3) { name } }", "", "subscription { __typename }"})
    void invalidOperationIsAnError(String document) {
        try (SocketClient client = open()) {
            client.ask("1", document, Map.of());
            JsonNode error = client.hear();
            assertEquals("error", error.path("type").asText(), error.toString());
            assertTrue(error.at("/payload/0/message").isTextual() && error.at("/payload/0/extensions/code").isTextual(), error.toString());
            client.ask("1", QUESTION, MICHEL);
            assertEquals("next", client.hear().path("type").asText(), "the connection stands");
        }
    }

    @Test
    void pingBeforeInitIsAnswered() {
        try (SocketClient client = SocketClient.connect(service, PROTOCOL)) {
            client.say(Map.of("type", "ping", "payload", Map.of("a", 1)));
            assertEquals("pong", client.hear().path("type").asText());
            client.say(Map.of("type", "pong")).introduce(Map.of());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "null", "[]", "3", "{}", "{\"type\":\"start\"}", "{\"type\":\"CONNECTION_INIT\"}", "{\"type\":3}",
            "{\"type\":\"ping\",\"payload\":3}", "{\"type\":\"ping\"} {}", "{\"type\":\"connection_init\",\"payload\":[]}",
            "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{ dataset { revision } }\"}}", "{\"type\":\"subscribe\",\"id\":\"1\"}",
            "{\"type\":\"subscribe\",\"id\":\"\",\"payload\":{\"query\":\"{ dataset { revision } }\"}}",
            "{\"type\":\"subscribe\",\"id\":1,\"payload\":{\"query\":\"{ dataset { revision } }\"}}", "{\"type\":\"complete\"}"})
    void invalidMessageClosesTheConnection(String text) {
        try (SocketClient client = open()) {
            Closed closed = client.sayText(text).closed();
            assertEquals(4400, closed.code(), closed.toString());
            assertTrue(!closed.reason().isEmpty(), closed.toString());
        }
    }

    @Test
    void binaryMessageClosesTheConnection() {
        try (SocketClient client = open()) {
            assertEquals(4400, client.sayBytes((byte) 1).closed().code());
        }
    }

    @Test
    void operationBeforeInitClosesTheConnection() {
        try (SocketClient client = SocketClient.connect(service, PROTOCOL)) {
            assertEquals(4401, client.ask("1", QUESTION, MICHEL).closed().code());
        }
    }

    @Test
    void missingInitClosesTheConnection() {
        try (SocketClient client = SocketClient.connect(service, PROTOCOL)) {
            assertEquals(4408, client.closed().code());
        }
    }

    @Test
    void secondInitClosesTheConnection() {
        try (SocketClient client = open()) {
            assertEquals(4429, client.say(Map.of("type", "connection_init")).closed().code());
        }
    }

    @Test
    void reusedIdClosesTheConnection() {
        try (SocketClient client = open()) {
            client.subscribe("one", ALL, Map.of());
            Closed closed = client.ask("one", ALL, Map.of()).closed();
            assertEquals(new Closed(4409, "Subscriber for one already exists"), closed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "graphql-ws", "soap"})
    void otherSubprotocolIsRejected(String protocol) {
        try (SocketClient client = SocketClient.connect(service, protocol)) {
            assertEquals(4406, client.closed().code());
        } catch (CompletionException rejectedByTheClient) {
            assertTrue(rejectedByTheClient.getCause() instanceof WebSocketHandshakeException, rejectedByTheClient.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void invalidTokenClosesTheConnection(InvalidTokens wrong) {
        Map<String, ?> bearer = bearer(wrong.token());
        try (SocketClient client = SocketClient.connect(service, PROTOCOL)) {
            client.say(Map.of("type", "connection_init", "payload", bearer));
            Closed closed = client.closed();
            assertEquals(4403, closed.code(), closed.toString());
        }
        CompletionException rejected = assertThrows(CompletionException.class,
                () -> SocketClient.connect(service, PROTOCOL, "Authorization", "Bearer " + wrong.token()));
        assertEquals(401, ((WebSocketHandshakeException) rejected.getCause()).getResponse().statusCode());
        assertEquals("Bearer error=\"invalid_token\"",
                ((WebSocketHandshakeException) rejected.getCause()).getResponse().headers().firstValue("www-authenticate").orElse(null));
    }

    @Test
    void validTokenIsAcknowledged() {
        List<SocketClient> clients = new ArrayList<>();
        clients.add(SocketClient.connect(service, PROTOCOL).introduce(bearer(TestIdentityProvider.token("alice"))));
        clients.add(SocketClient.connect(service, PROTOCOL)
                .introduce(Map.of("authorization", "bearer " + TestIdentityProvider.token("alice"), "more", 1)));
        clients.add(SocketClient.connect(service, PROTOCOL, "Authorization", "Bearer " + TestIdentityProvider.token("alice"))
                .introduce(Map.of()));
        for (SocketClient client : clients) {
            client.ask("1", QUESTION, MICHEL);
            assertEquals("next", client.hear().path("type").asText());
            client.close();
        }
    }

    @Test
    void mutationNeedsTheSameRoleAsOverHttp() {
        String retract = "mutation { retractEvent(slug: \"no-such-event\", revision: \"1\", why: \"a test\") { __typename } }";
        try (SocketClient nobody = open();
                SocketClient editor = SocketClient.connect(service, PROTOCOL)
                        .introduce(bearer(TestIdentityProvider.token("alice", "editor")));
                SocketClient curator = SocketClient.connect(service, PROTOCOL)
                        .introduce(bearer(TestIdentityProvider.token("carol", "curator")))) {
            assertEquals("UNAUTHENTICATED", nobody.ask("1", retract, Map.of()).hear().at("/payload/0/extensions/code").asText());
            assertEquals("FORBIDDEN", editor.ask("1", retract, Map.of()).hear().at("/payload/0/extensions/code").asText());
            JsonNode answer = curator.ask("1", retract, Map.of()).hear();
            assertEquals("BAD_USER_INPUT", answer.at("/payload/errors/0/extensions/code").asText(), answer.toString());
        }
    }

    @Test
    void expiredTokenClosesTheConnection() {
        JwtClaims claims = TestIdentityProvider.claims("alice");
        claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() + 3));
        try (SocketClient client = SocketClient.connect(service, PROTOCOL).introduce(bearer(TestIdentityProvider.sign(claims)))) {
            client.ask("1", QUESTION, MICHEL);
            assertEquals("next", client.hear().path("type").asText());
            Closed closed = client.closed();
            assertEquals(4403, closed.code(), closed.toString());
            assertTrue(closed.reason().contains("expired"), closed.toString());
        }
    }

    @Test
    void concurrentOperationsAreLimited() {
        try (SocketClient client = open()) {
            for (int i = 0; i < OPERATIONS; i++) {
                client.subscribe("id " + i, ALL, Map.of());
            }
            client.ask("more", ALL, Map.of());
            JsonNode error = client.hear();
            assertEquals("COST_EXCEEDED", error.at("/payload/0/extensions/code").asText(), error.toString());
            client.say(Map.of("type", "complete", "id", "id 1")).subscribe("more", ALL, Map.of());
            assertNull(client.hearWithin(200));
        }
    }

    @Test
    void connectionsAreLimited() throws InterruptedException {
        waitForConnections(0);
        List<SocketClient> clients = new ArrayList<>();
        CompletionException rejected = assertThrows(CompletionException.class, () -> {
            while (clients.size() <= CONNECTIONS) {
                clients.add(open());
            }
        });
        assertEquals(503, ((WebSocketHandshakeException) rejected.getCause()).getResponse().statusCode());
        waitForConnections(CONNECTIONS);
        clients.forEach(SocketClient::close);
        waitForConnections(0);
    }

    private static void waitForConnections(int number) throws InterruptedException {
        String told = "";
        for (int i = 0; i < 100; i++) {
            told = Management.get("/q/metrics").asString().lines().filter(line -> line.startsWith("parley_websocket_connections "))
                    .findFirst().orElse("");
            if (told.equals("parley_websocket_connections " + number + ".0")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(told + " are not " + number);
    }

    /** Receiving the response takes longer than the send timeout and the ping timeout, but with steady progress. */
    @Test
    void slowClientIsNotDisconnected() throws Exception {
        try (SlowClient slow = SlowClient.connect(service)) {
            slow.say(SlowClient.heavy("slow"));
            long began = System.nanoTime();
            assertTrue(slow.hears("\"type\":\"complete\"", 1_500_000), "hung up after " + (System.nanoTime() - began) / 1_000_000 + " ms");
            assertTrue(System.nanoTime() - began > 5_000_000_000L, "that was not slow");
            slow.say("{\"type\":\"subscribe\",\"id\":\"more\",\"payload\":{\"query\":\"{ dataset { revision } }\"}}");
            assertTrue(slow.hears("\"id\":\"more\",\"type\":\"next\"", 1_500_000), "hung up before the next question");
        }
    }

    /** Longer than the ping interval and the time after which a client without a response to pings is disconnected. */
    @Test
    void idleClientIsNotDisconnected() throws InterruptedException {
        try (SocketClient client = open()) {
            Thread.sleep(5_000);
            client.ask("1", QUESTION, MICHEL);
            assertEquals("next", client.hear().path("type").asText());
        }
    }

    @Test
    void subscriptionIsRejectedOverHttp() {
        for (var reply : List.of(
                RestAssured.given().contentType("application/json").accept("application/graphql-response+json").body(Map.of("query", ALL))
                        .post("/graphql"),
                RestAssured.given().accept("application/graphql-response+json").queryParam("query", ALL).get("/graphql"))) {
            assertEquals(400, reply.statusCode(), reply.asString());
            assertEquals("BAD_USER_INPUT", reply.path("errors[0].extensions.code"));
            assertTrue(reply.path("errors[0].message").toString().contains(PROTOCOL), reply.asString());
        }
    }
}
