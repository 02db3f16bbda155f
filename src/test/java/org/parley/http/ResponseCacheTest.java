package org.parley.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Management;
import org.parley.http.RawClient.Reply;

/** The response cache: equal requests only, complete responses only, with an entity tag for GET. */
@QuarkusTest
@TestProfile(ResponseCacheTest.Keeping.class)
class ResponseCacheTest {

    public static class Keeping implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.http.response-cache-bytes", "1000000");
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
        return PrometheusMetrics.value("parley_responses_total{status=\"" + status + "\"}").orElse(0);
    }

    @Test
    void equalRequestsShareACachedResponse() {
        String query = "{ actor(slug: \"russia\") { name kind } }";
        Response first = post(query, JSON);
        first.then().header("Server-Timing", containsString("1 statements"));
        Response second = post(query, JSON);
        second.then().statusCode(200).header("Server-Timing", "cached").header("Content-Type", first.header("Content-Type"));
        assertEquals(first.asString(), second.asString());
        post(query, "application/graphql-response+json").then().header("Server-Timing", containsString("1 statements"))
                .header("Content-Type", startsWith("application/graphql-response+json"));
        post("{ actor(slug: \"armenia\") { name kind } }", JSON).then().body("data.actor.name", equalTo("Armenia"));
    }

    @ParameterizedTest
    @CsvSource({"A, russia, Russia", "A, armenia, Armenia", "B, russia, Turkey"})
    void variablesAndOperationNameArePartOfTheKey(String operation, String slug, String name) {
        String document = "query A($slug: String!) { actor(slug: $slug) { name } } query B { actor(slug: \"turkey\") { name } }";
        for (int i = 0; i < 2; i++) {
            given().contentType(JSON).body(Map.of("query", document, "operationName", operation, "variables", Map.of("slug", slug)))
                    .post("/graphql").then().body("data.actor.name", equalTo(name));
        }
    }

    @Test
    void failedResponseIsNotCached() {
        for (int i = 0; i < 2; i++) {
            post("{ actors(first: 0) { totalCount } }", JSON).then().header("Server-Timing", containsString("statements"));
            post("{ nothing }", JSON).then().header("Server-Timing", containsString("statements"));
        }
    }

    @Test
    void contentTypeIsCheckedBeforeTheCache() {
        String query = "{ actor(slug: \"turkey\") { name } }";
        post(query, JSON).then().statusCode(200);
        post(query, JSON).then().header("Server-Timing", "cached");
        given().contentType("text/plain").accept(JSON).body("{\"query\":\"{ actor(slug: \\\"turkey\\\") { name } }\"}").post("/graphql")
                .then().statusCode(415);
    }

    @Test
    void secondContentTypeIsDetectedBeforeTheCache() throws IOException {
        String body = "{\"query\":\"{ actor(slug: \\\"iran\\\") { name } }\"}";
        URI service = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        for (List<String> types : List.of(List.of(JSON), List.of(JSON, JSON), List.of(JSON))) {
            Reply reply = RawClient.send(service,
                    RawClient.post(body, types.stream().map("Content-Type: "::concat).toArray(String[]::new)));
            assertEquals(200, reply.status(), reply.toString());
        }
        assertEquals(415, RawClient.send(service, RawClient.post(body, "Content-Type: " + JSON, "Content-Type: text/plain")).status());
    }

    @Test
    void unchangedResponseToGetIsNotModified() {
        String query = "{ actor(slug: \"georgia\") { name } }";
        Response first = get(query);
        String tag = first.header("ETag");
        assertNotNull(tag);
        first.then().header("Cache-Control", "no-cache").header("Vary", containsString("accept"));
        given().queryParam("query", query).header("If-None-Match", tag).get("/graphql").then().statusCode(304).body(equalTo(""));
        given().queryParam("query", query).header("If-None-Match", "\"other\"").get("/graphql").then().statusCode(200).header("ETag", tag)
                .header("Server-Timing", "cached");
    }

    private static byte[] unzipped(Reply reply) throws IOException {
        assertEquals("gzip", reply.headers().get("content-encoding"), reply::toString);
        return new GZIPInputStream(new ByteArrayInputStream(reply.body())).readAllBytes();
    }

    @Test
    void cachedResponsesAreCompressedForClientsThatAcceptIt() throws IOException {
        String parameters = "?query=" + RawClient.encoded("{ actors(first: 100) { nodes { slug name description } } }");
        byte[] plain = RawClient.send(service, RawClient.get("GET", parameters)).body();
        for (int i = 0; i < 2; i++) {
            Reply reply = RawClient.send(service, RawClient.get("GET", parameters, "Accept-Encoding: gzip, deflate, br"));
            assertEquals(i == 1, "cached".equals(reply.headers().get("server-timing")), reply::toString);
            assertArrayEquals(plain, unzipped(reply));
            assertTrue(reply.body().length * 2 < plain.length, plain.length + " bytes are " + reply.body().length);
            assertEquals("accept, accept-encoding, parley-min-revision", reply.headers().get("vary"));
            String tag = reply.headers().get("etag");
            assertEquals(304,
                    RawClient.send(service, RawClient.get("GET", parameters, "Accept-Encoding: gzip, deflate, br", "If-None-Match: " + tag))
                            .status());
            Reply uncompressed = RawClient.send(service, RawClient.get("GET", parameters, "If-None-Match: " + tag));
            assertEquals(200, uncompressed.status(), "the tag of another coding");
            assertArrayEquals(plain, uncompressed.body());
        }
    }

    @Test
    void smallResponsesAreNotCompressed() throws IOException {
        String parameters = "?query=" + RawClient.encoded("{ actor(slug: \"russia\") { name } }");
        Reply reply = RawClient.send(service, RawClient.get("GET", parameters, "Accept-Encoding: gzip"));
        assertFalse(reply.headers().containsKey("content-encoding"), reply::toString);
        assertTrue(reply.headers().get("vary").contains("accept-encoding"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"gzip | true", "gzip, deflate, br, zstd | true", "deflate, GZIP;q=0.5 | true",
            "br;q=1.0, *;q=0.1 | true", "* | true", "gzip;q=0 | false", "gzip; q=0.000, * | false", "br, deflate | false",
            "identity | false", "*;q=0 | false", "gzip;q=0, br | false", "gzipped;q=1 | false"})
    void codingIsNegotiated(String header, boolean accepted) {
        assertEquals(accepted, Compression.isAccepted(header));
    }

    @Test
    void schemaIsCompressed() throws IOException {
        byte[] plain = RawClient.send(service, RawClient.page("/graphql/schema.graphql")).body();
        assertArrayEquals(plain, unzipped(RawClient.send(service, RawClient.page("/graphql/schema.graphql", "Accept-Encoding: gzip"))));
    }

    @Test
    void cachedResponsesAreCounted() {
        String query = "query Counted { actor(slug: \"iran\") { name } }";
        post(query, JSON);
        post(query, JSON).then().header("Server-Timing", "cached");
        Management.get("/q/metrics").then().body(containsString("parley_requests_cached_total "));
    }

    @Test
    void responsesAreCountedByTheirStatus() {
        String query = "{ actor(slug: \"iran\") { slug } }";
        String tag = get(query).header("ETag");
        double given = responses(200);
        double unchanged = responses(304);
        double rejected = responses(400);
        get(query).then().header("Server-Timing", "cached");
        given().queryParam("query", query).header("If-None-Match", tag).get("/graphql").then().statusCode(304);
        given().contentType(JSON).body("{").post("/graphql").then().statusCode(400);
        assertEquals(given + 1, responses(200));
        assertEquals(unchanged + 1, responses(304));
        assertEquals(rejected + 1, responses(400));
    }

    @Test
    void requestWithoutABodyIsRejected() throws IOException {
        String query = "{ actor(slug: \"ukraine\") { name } }";
        post(query, JSON);
        post(query, JSON).then().header("Server-Timing", "cached");
        Reply reply = RawClient.send(service,
                "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        assertEquals(400, reply.status());
        assertTrue(reply.toString().contains("The body is empty."), reply::toString);
    }
}
