package org.parley.http;

import static io.restassured.RestAssured.given;
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

    /** Closed reading, with the response cache and without the explorer. */
    public static class Closed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.auth.reading", "closed", "parley.http.response-cache-bytes", "1000000", "parley.http.max-age", "60",
                    "parley.explorer.enabled", "false");
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

    @Test
    void withoutTheExplorerTheRootOfTheServiceLeadsToGraphiql() {
        given().redirects().follow(false).get("/").then().statusCode(302).header("Location", "graphiql/");
        given().redirects().follow(false).post("/").then().statusCode(405);
        given().get("/timeline").then().statusCode(404);
    }
}
