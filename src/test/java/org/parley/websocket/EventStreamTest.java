package org.parley.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Management;
import org.parley.auth.TestIdentityProvider;
import org.parley.websocket.EventStreamClient.Event;

/** Event streams: the protocol graphql-sse with distinct connections, and the limits that WebSockets have. */
@QuarkusTest
@TestProfile(WebSocketSessionTest.Hasty.class)
@WithTestResource(TestIdentityProvider.class)
class EventStreamTest {

    private static final String QUESTION = "query One($slug: String!) { actor(slug: $slug) { name } }";
    private static final String CHANGES = "subscription Changes($slugs: [String!], $after: String) {"
            + " changed(slugs: $slugs, after: $after) { id slug } }";
    private static final String BRUSSELS = "brussels-2023-07-15";
    private static final int CONNECTIONS = 30;

    @TestHTTPResource("/graphql")
    URI service;

    @Inject
    DataSource source;

    private EventStreamClient get(String query, String... headers) throws Exception {
        return EventStreamClient
                .send(HttpRequest.newBuilder(URI.create(service + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))), headers);
    }

    private EventStreamClient subscribe(String... headers) throws Exception {
        return EventStreamClient.post(service, CHANGES, Map.of(), headers);
    }

    private static void assertComplete(EventStreamClient client) throws InterruptedException {
        assertEquals(new Event(null, "complete", ""), client.next());
        assertSame(EventStreamClient.END, client.next());
    }

    private static double metric(String name) {
        return Management.get("/q/metrics").asString().lines().filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }

    private static void awaitMetric(String name, double value) throws InterruptedException {
        for (int i = 0; i < 200 && metric(name) != value; i++) {
            Thread.sleep(50);
        }
        assertEquals(value, metric(name), name);
    }

    @Test
    void queryHasOneEvent() throws Exception {
        for (EventStreamClient client : List.of(EventStreamClient.post(service, QUESTION, Map.of("slug", "charles-michel")),
                get("{ actor(slug: \"charles-michel\") { name } }"))) {
            assertEquals(200, client.status());
            assertEquals("text/event-stream; charset=utf-8", client.response.headers().firstValue("content-type").orElseThrow());
            assertEquals("no-store", client.response.headers().firstValue("cache-control").orElseThrow());
            assertEquals(new Event(null, "next", "{\"data\":{\"actor\":{\"name\":\"Charles Michel\"}}}"), client.next());
            assertComplete(client);
        }
    }

    /** An invalid document has no status of its own, because the browser's EventSource does not show it. */
    @ParameterizedTest
    @ValueSource(strings = {"{ nothing }", "{ actor", "query One { actor(slug: 3) { name } }", "subscription { __typename }",
            "subscription { changed(after: \"yesterday\") { id } }"})
    void invalidOperationIsAnEventWithErrors(String document) throws Exception {
        try (EventStreamClient client = EventStreamClient.post(service, document, Map.of())) {
            assertEquals(200, client.status());
            Event event = client.next();
            assertEquals("next", event.name());
            assertTrue(event.json().at("/errors/0/extensions/code").isTextual(), event.data());
            assertTrue(event.json().path("data").isMissingNode(), event.data());
            assertComplete(client);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"GET | | 400 | BAD_USER_INPUT", "POST | [] | 400 | BAD_USER_INPUT",
            "POST | { | 400 | BAD_USER_INPUT", "POST | {\"query\":3} | 400 | BAD_USER_INPUT",
            "POST | {\"query\":\"{dataset{revision}}\",\"extensions\":{\"persistedQuery\":{}}} | 400 | BAD_USER_INPUT",
            "DELETE | | 405 | METHOD_NOT_ALLOWED"})
    void malformedRequestHasAStatus(String method, String body, int status, String code) {
        RestAssured.given().header("Accept", "text/event-stream").contentType("application/json").body(body == null ? "" : body)
                .request(method, "/graphql").then().statusCode(status).contentType("application/json");
        assertEquals(code, RestAssured.given().header("Accept", "text/event-stream").contentType("application/json")
                .body(body == null ? "" : body).request(method, "/graphql").path("errors[0].extensions.code"));
    }

    @Test
    void mutationByGetIsRejected() {
        RestAssured.given().header("Accept", "text/event-stream")
                .queryParam("query", "mutation { retractActor(slug: \"armenia\", revision: \"1\", why: \"x\") { revision } }")
                .get("/graphql").then().statusCode(405).header("Allow", "POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?asOf=2023-07-15T09:30:00Z", "?x=1&asOf=2024-01-01T00:00:00%2B04:00"})
    void subscriptionAsOfAMomentIsRejected(String parameters) throws Exception {
        try (EventStreamClient client = EventStreamClient.post(URI.create(service + parameters), CHANGES, Map.of())) {
            Event event = client.next();
            assertEquals("BAD_USER_INPUT", event.json().at("/errors/0/extensions/code").asText(), event.data());
            assertTrue(event.json().at("/errors/0/message").asText().contains("asOf"), event.data());
            assertComplete(client);
        }
    }

    /** Like those of a response without a stream. */
    @Test
    void rejectionHasAllOfItsErrors() throws Exception {
        String query = "{ dataset { revision } }";
        try (EventStreamClient client = get(query, "Parley-Min-Revision", "999999999")) {
            assertEquals(503, client.status());
            client.response.headers().firstValue("retry-after").orElseThrow();
        }
        String error = "errors[0]";
        Map<String, Object> expected = RestAssured.given().header("Accept", "application/json").header("Parley-Min-Revision", "999999999")
                .queryParam("query", query).get("/graphql").path(error);
        assertEquals(expected, RestAssured.given().header("Accept", "text/event-stream").header("Parley-Min-Revision", "999999999")
                .queryParam("query", query).get("/graphql").path(error));
        assertTrue(expected.toString().contains("revision="), expected.toString());
    }

    @Test
    void headHasNoBody() {
        RestAssured.given().header("Accept", "text/event-stream").queryParam("query", "{ dataset { revision } }").head("/graphql").then()
                .statusCode(200);
    }

    /** Clients that also accept JSON get JSON, in the order of their preference. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"application/json, text/event-stream | application/json;charset=utf-8",
            "text/event-stream, multipart/mixed | text/event-stream;charset=utf-8", "*/* | application/json;charset=utf-8",
            "text/event-stream;q=0.5, application/json | application/json;charset=utf-8"})
    void mediaTypeIsNegotiated(String accept, String type) {
        assertEquals(type, RestAssured.given().header("Accept", accept).queryParam("query", "{ dataset { revision } }").get("/graphql")
                .contentType().replace("; ", ";"));
    }

    @Test
    void receivesLaterChangesAndResumes() throws Exception {
        try (Connection writer = source.getConnection()) {
            long first;
            String last;
            try (EventStreamClient client = EventStreamClient.post(service, CHANGES, Map.of("slugs", List.of(BRUSSELS)))) {
                first = ChangeWriter.write(writer, "MEETING", BRUSSELS);
                ChangeWriter.write(writer, "ACTOR", "armenia");
                Event event = client.next();
                assertEquals(first + "-0", event.id());
                assertEquals("{\"data\":{\"changed\":{\"id\":\"" + first + "-0\",\"slug\":\"" + BRUSSELS + "\"}}}", event.data());
                ChangeWriter.write(writer, "MEETING", BRUSSELS);
                last = client.next().id();
                assertEquals(first + 2 + "-0", last);
            }
            ChangeWriter.write(writer, 3, BRUSSELS);
            String query = "subscription { changed(slugs: [\"" + BRUSSELS + "\"], after: \"" + (first - 1) + "\") { slug } }";
            try (EventStreamClient all = get(query); EventStreamClient missed = get(query, "Last-Event-ID", last)) {
                assertEquals(List.of(first, first + 2, first + 3, first + 4, first + 5), revisions(all, 5));
                assertEquals(List.of(first + 3, first + 4, first + 5), revisions(missed, 3), "the last id replaces the argument");
                assertNull(missed.nextWithin(300));
            }
        }
    }

    private static List<Long> revisions(EventStreamClient client, int events) throws InterruptedException {
        List<Long> revisions = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            revisions.add(Long.valueOf(client.next().id().split("-")[0]));
        }
        return revisions;
    }

    @Test
    void invalidLastEventIdIsAnError() throws Exception {
        try (EventStreamClient client = subscribe("Last-Event-ID", "yesterday")) {
            assertEquals("BAD_USER_INPUT", client.next().json().at("/errors/0/extensions/code").asText());
            assertComplete(client);
        }
    }

    @Test
    void silentStreamHasComments() throws Exception {
        try (EventStreamClient client = subscribe()) {
            for (int i = 0; i < 3; i++) {
                Event comment = client.any(3_000);
                assertEquals(new Event(null, null, ""), comment);
            }
        }
    }

    /** The subscription ends, and its connection and its place among those of the client are free again. */
    @Test
    void vanishedClientIsReleased() throws Exception {
        awaitMetric("parley_websocket_connections", 0);
        try (EventStreamClient client = subscribe()) {
            awaitMetric("parley_websocket_subscriptions", 1);
            assertEquals(1, metric("parley_websocket_connections"));
        }
        awaitMetric("parley_websocket_subscriptions", 0);
        awaitMetric("parley_websocket_connections", 0);
    }

    @Test
    void connectionsAreLimitedTogetherWithWebSockets() throws Exception {
        awaitMetric("parley_websocket_connections", 0);
        List<AutoCloseable> clients = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                clients.add(i % 2 == 0 ? subscribe() : SocketClient.open(service));
            }
            try (EventStreamClient rejected = subscribe()) {
                assertEquals(503, rejected.status());
                assertTrue(rejected.response.headers().firstValue("retry-after").isPresent());
            }
            clients.remove(0).close();
            awaitMetric("parley_websocket_connections", CONNECTIONS - 1);
            try (EventStreamClient accepted = subscribe()) {
                assertEquals(200, accepted.status());
            }
        } finally {
            for (AutoCloseable client : clients) {
                client.close();
            }
        }
        awaitMetric("parley_websocket_connections", 0);
    }

    @Test
    void invalidTokenIsRejected() throws Exception {
        try (EventStreamClient client = subscribe("Authorization", "Bearer forged")) {
            assertEquals(401, client.status());
            assertTrue(client.response.headers().firstValue("www-authenticate").isPresent());
        }
    }

    @Test
    void expiredTokenEndsTheStream() throws Exception {
        JwtClaims claims = TestIdentityProvider.claims("alice");
        claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() + 3));
        try (EventStreamClient client = subscribe("Authorization", "Bearer " + TestIdentityProvider.sign(claims))) {
            assertEquals(200, client.status());
            Event event = client.next();
            assertEquals("UNAUTHENTICATED", event.json().at("/errors/0/extensions/code").asText(), event.data());
            assertComplete(client);
        }
    }
}
