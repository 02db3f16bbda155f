package org.parley.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.Management;
import org.parley.http.RawClient.Reply;

/** Answers that are kept: to the same request only, whole ones only, with an entity tag for GET. */
@QuarkusTest
@TestProfile(KeptAnswersTest.Keeping.class)
class KeptAnswersTest {

    public static class Keeping implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.http.kept-bytes", "1000000");
        }
    }

    private static final String JSON = "application/json";

    @TestHTTPResource
    URI service;

    private static Response post(String query, String accept) {
        return given().contentType(JSON).accept(accept).body(Map.of("query", query)).post("/graphql");
    }

    private static Response get(String query) {
        return given().queryParam("query", query).get("/graphql");
    }

    private static double responses(int status) {
        return Metrics.value("parley_responses_total{status=\"" + status + "\"}").orElse(0);
    }

    @Test
    void theSameRequestIsAnsweredOnce() {
        String query = "{ actor(slug: \"russia\") { name kind } }";
        Response first = post(query, JSON);
        first.then().header("Server-Timing", containsString("1 statements"));
        Response second = post(query, JSON);
        second.then().statusCode(200).header("Server-Timing", "kept").header("Content-Type", first.header("Content-Type"));
        assertEquals(first.asString(), second.asString());
        post(query, "application/graphql-response+json").then().header("Server-Timing", containsString("1 statements"))
                .header("Content-Type", startsWith("application/graphql-response+json"));
        post("{ actor(slug: \"armenia\") { name kind } }", JSON).then().body("data.actor.name", equalTo("Armenia"));
    }

    @Test
    void variablesAndOperationMakeAnotherRequest() {
        String document = "query A($slug: String!) { actor(slug: $slug) { name } } query B { actor(slug: \"turkey\") { name } }";
        for (String[] asked : new String[][]{{"A", "russia", "Russia"}, {"A", "armenia", "Armenia"}, {"B", "russia", "Turkey"}}) {
            for (int i = 0; i < 2; i++) {
                given().contentType(JSON).body(Map.of("query", document, "operationName", asked[0], "variables", Map.of("slug", asked[1])))
                        .post("/graphql").then().body("data.actor.name", equalTo(asked[2]));
            }
        }
    }

    @Test
    void whatFailedIsNotKept() {
        for (int i = 0; i < 2; i++) {
            post("{ actors(first: 0) { totalCount } }", JSON).then().header("Server-Timing", containsString("statements"));
            post("{ nothing }", JSON).then().header("Server-Timing", containsString("statements"));
        }
    }

    @Test
    void theTypeOfTheBodyIsCheckedBeforeAKeptAnswerIsGiven() {
        String query = "{ actor(slug: \"turkey\") { name } }";
        post(query, JSON).then().statusCode(200);
        post(query, JSON).then().header("Server-Timing", "kept");
        given().contentType("text/plain").accept(JSON).body("{\"query\":\"{ actor(slug: \\\"turkey\\\") { name } }\"}").post("/graphql")
                .then().statusCode(415);
    }

    @Test
    void aSecondTypeOfTheBodyIsSeenBeforeAKeptAnswerIsGiven() throws IOException {
        String body = "{\"query\":\"{ actor(slug: \\\"iran\\\") { name } }\"}";
        URI service = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        for (String[] types : new String[][]{{JSON}, {JSON, JSON}, {JSON}}) {
            Reply reply = RawClient.send(service,
                    RawClient.post(body, Stream.of(types).map("Content-Type: "::concat).toArray(String[]::new)));
            assertEquals(200, reply.status(), reply.toString());
        }
        assertEquals(415, RawClient.send(service, RawClient.post(body, "Content-Type: " + JSON, "Content-Type: text/plain")).status());
    }

    @Test
    void anUnchangedAnswerToGetIsNotSentAgain() {
        String query = "{ actor(slug: \"georgia\") { name } }";
        Response first = get(query);
        String tag = first.header("ETag");
        assertNotNull(tag);
        first.then().header("Cache-Control", "no-cache").header("Vary", containsString("accept"));
        given().queryParam("query", query).header("If-None-Match", tag).get("/graphql").then().statusCode(304).body(equalTo(""));
        given().queryParam("query", query).header("If-None-Match", "\"other\"").get("/graphql").then().statusCode(200).header("ETag", tag)
                .header("Server-Timing", "kept");
    }

    @Test
    void keptAnswersAreCounted() {
        String query = "query Counted { actor(slug: \"iran\") { name } }";
        post(query, JSON);
        post(query, JSON).then().header("Server-Timing", "kept");
        Management.get("/q/metrics").then().body(containsString("parley_requests_kept_total "));
    }

    @Test
    void responsesAreCountedByTheirStatus() {
        String query = "{ actor(slug: \"iran\") { slug } }";
        String tag = get(query).header("ETag");
        double given = responses(200);
        double unchanged = responses(304);
        double refused = responses(400);
        get(query).then().header("Server-Timing", "kept");
        given().queryParam("query", query).header("If-None-Match", tag).get("/graphql").then().statusCode(304);
        given().contentType(JSON).body("{").post("/graphql").then().statusCode(400);
        assertEquals(given + 1, responses(200));
        assertEquals(unchanged + 1, responses(304));
        assertEquals(refused + 1, responses(400));
    }

    @Test
    void requestWithoutABodyIsRefused() throws IOException {
        String query = "{ actor(slug: \"ukraine\") { name } }";
        post(query, JSON);
        post(query, JSON).then().header("Server-Timing", "kept");
        Reply reply = RawClient.send(service,
                "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        assertEquals(400, reply.status());
        assertTrue(reply.toString().contains("the body is empty"), reply::toString);
    }
}
