package org.parley.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.http.RawClient.get;
import static org.parley.http.RawClient.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.InvalidTokens;
import org.parley.auth.TestIdentityProvider;
import org.parley.http.RawClient.Reply;
import org.parley.websocket.SocketClient;

/** Reading requires a token, also for the schema and cached responses. */
@QuarkusTest
@TestProfile(ClosedReadingTest.Closed.class)
@WithTestResource(TestIdentityProvider.class)
class ClosedReadingTest {

    private static final String BODY = "{\"query\": \"{ actor(slug: \\\"charles-michel\\\") { name } }\"}";
    private static final String PARAMETERS = "?query=" + RawClient.encoded("{ actor(slug: \"charles-michel\") { name } }");

    /** Closed reading, with the response cache. */
    public static class Closed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.auth.reading", "closed", "parley.http.response-cache-bytes", "1000000", "parley.http.max-age", "60");
        }
    }

    @TestHTTPResource("/graphql")
    URI service;

    private List<Reply> ask(String... headers) throws IOException {
        return List.of(RawClient.send(service, post(BODY, headers)), RawClient.send(service, get("GET", PARAMETERS, headers)),
                RawClient.send(service, get("GET", "/schema.graphql", headers)));
    }

    @Test
    void onlyAuthenticatedClientsCanRead() throws IOException {
        String right = "Authorization: Bearer " + TestIdentityProvider.token("alice");
        for (int i = 0; i < 3; i++) {
            for (Reply reply : ask(right)) {
                assertEquals(200, reply.status(), reply.toString());
            }
            for (Reply reply : ask()) {
                assertEquals(401, reply.status(), reply.toString());
                assertEquals("Bearer", reply.headers().get("www-authenticate"));
            }
            for (Reply reply : ask("Authorization: Bearer " + InvalidTokens.FORGED.token())) {
                assertEquals(401, reply.status(), reply.toString());
                assertEquals("Bearer error=\"invalid_token\"", reply.headers().get("www-authenticate"));
            }
        }
        Reply kept = ask(right).get(1);
        assertEquals("cached", kept.headers().get("server-timing"), kept.toString());
        assertEquals("private, max-age=60", kept.headers().get("cache-control"), "a proxy between would show it to everyone");
        assertNotNull(kept.json().at("/data/actor/name").asText(null));
    }

    @Test
    void pagesAreServedWithoutAToken() {
        assertEquals(200, RestAssured.get("/graphiql/").statusCode());
    }

    @Test
    void webSocketNeedsAToken() {
        try (SocketClient nobody = SocketClient.connect(service, SocketClient.PROTOCOL)) {
            assertEquals(4403, nobody.say(Map.of("type", "connection_init")).closed().code());
        }
        try (SocketClient alice = SocketClient.connect(service, SocketClient.PROTOCOL)
                .introduce(Map.of("Authorization", "Bearer " + TestIdentityProvider.token("alice")))) {
            alice.ask("1", "{ dataset { revision } }", Map.of());
            assertTrue(alice.hear().at("/payload/data/dataset/revision").isTextual());
        }
    }

    /** The pages of records, their list and the feed have the record's content; the explorer itself has not. */
    @ParameterizedTest
    @ValueSource(strings = {"/actor/charles-michel", "/actor/charles-michel?embed", "/actor/nobody", "/sitemap.xml", "/sitemap-1.xml",
            "/changes.atom", "/actor/charles-michel?asOf=1999-01-01T00:00:00Z"})
    void pagesOfRecordsNeedAToken(String path) {
        String right = "Bearer " + TestIdentityProvider.token("alice");
        int found = path.endsWith("nobody") || path.contains("asOf") ? 404 : 200;
        for (int i = 0; i < 2; i++) {
            given().header("Authorization", right).get(path).then().statusCode(found);
            given().get(path).then().statusCode(401).header("WWW-Authenticate", "Bearer").body(not(containsString("Michel")));
            given().head(path).then().statusCode(401);
            given().header("Authorization", "Bearer " + InvalidTokens.FORGED.token()).get(path).then().statusCode(401)
                    .body(not(containsString("Michel")));
        }
        given().queryParam("url", RestAssured.baseURI + ":" + RestAssured.port + "/actor/charles-michel").get("/oembed").then()
                .statusCode(401).body(not(containsString("Michel")));
        given().get("/").then().statusCode(200);
        given().get("/robots.txt").then().statusCode(200).body(containsString("Disallow: /\n"));
    }
}
