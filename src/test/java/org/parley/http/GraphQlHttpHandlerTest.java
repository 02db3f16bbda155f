package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.http.RawClient.encoded;
import static org.parley.http.RawClient.get;
import static org.parley.http.RawClient.json;
import static org.parley.http.RawClient.post;
import static org.parley.http.RawClient.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.LogLines;
import org.parley.Management;
import org.parley.http.RawClient.Reply;

/** GraphQL over HTTP as specified, its limits and its errors. */
@QuarkusTest
class GraphQlHttpHandlerTest {

    private static final String GRAPHQL = "application/graphql-response+json";
    private static final String JSON = "application/json";
    private static final String NAME = "query Name($slug: String!) { actor(slug: $slug) { name } }";

    @TestHTTPResource("/graphql")
    URI service;

    private Reply send(byte[] request) throws IOException {
        return RawClient.send(service, request);
    }

    private Reply ask(String document) throws IOException {
        return send(query(document, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"{ dataset { revision } }, 200, 200, ", "{ nothing }, 400, 200, GRAPHQL_VALIDATION_FAILED",
            "{ dataset, 400, 200, GRAPHQL_PARSE_FAILED", "{ actors(first: 0) { totalCount } }, 200, 200, BAD_USER_INPUT"})
    void statusDependsOnTheMediaType(String document, int graphQl, int plain, String code) throws IOException {
        String body = json(Map.of("query", document));
        for (String accept : List.of(GRAPHQL, JSON)) {
            for (Reply reply : List.of(send(post(body, "Accept: " + accept)),
                    send(get("GET", "?query=" + encoded(document), "Accept: " + accept)))) {
                assertEquals(accept.equals(GRAPHQL) ? graphQl : plain, reply.status(), reply.toString());
                assertEquals(accept + "; charset=utf-8", reply.headers().get("content-type"));
                assertEquals(code, reply.code());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json|application/json", "application/json, application/json", "application/json|Application/JSON",
            "application/json|application/json|application/json", "application/json;charset=utf-8 , application/json;charset=UTF-8"})
    void repeatedContentTypeIsAccepted(String types) throws IOException {
        Reply reply = send(post(json(Map.of("query", "{ dataset { revision } }")), contentTypes(types)));
        assertEquals(200, reply.status(), reply.toString());
        assertTrue(reply.json().at("/data/dataset/revision").isTextual(), reply.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json|text/plain", "text/plain|application/json", "application/json, text/plain",
            "application/json|application/json; charset=utf-16", "text/plain|application/json|text/plain"})
    void differentContentTypesAreRejected(String types) throws IOException {
        Reply reply = send(post(json(Map.of("query", "{ dataset { revision } }")), contentTypes(types)));
        assertEquals(415, reply.status(), reply.toString());
        assertEquals("BAD_USER_INPUT", reply.code());
        assertEquals("The request has several content types: " + types.replace("|", ", ") + ". Send application/json once.",
                reply.json().at("/errors/0/message").asText());
    }

    private static String[] contentTypes(String types) {
        return Stream.of(types.split("\\|")).map(type -> "Content-Type: " + type).toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"application/json, application/graphql-response+json;q=0.5 | application/json",
            "application/json;q=0.5, application/graphql-response+json | application/graphql-response+json", "*/* | application/json",
            "application/* | application/json", "text/html, application/graphql-response+json | application/graphql-response+json"})
    void mediaTypeIsThePreferredOne(String accept, String answered) throws IOException {
        Reply reply = send(post(json(Map.of("query", "{ dataset { revision } }")), "Accept: " + accept));
        assertEquals(200, reply.status());
        assertEquals(answered + "; charset=utf-8", reply.headers().get("content-type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/*", "application/json;q=0"})
    void unsupportedMediaTypesAreRejected(String accept) throws IOException {
        assertEquals(406, send(post(json(Map.of("query", "{ dataset { revision } }")), "Accept: " + accept)).status());
    }

    @Test
    void getAcceptsAllParameters() throws IOException {
        String documents = NAME + " query Other { dataset { revision } }";
        String parameters = "?query=" + encoded(documents) + "&operationName=Name&variables=" + encoded("{\"slug\": \"charles-michel\"}")
                + "&extensions=" + encoded("{\"any\": [1]}");
        assertEquals("Charles Michel", send(get("GET", parameters)).json().at("/data/actor/name").asText());
        assertEquals("Charles Michel", send(post(json(Map.of("query", documents, "operationName", "Name", "variables",
                Map.of("slug", "charles-michel"), "extensions", Map.of("any", List.of(1)))))).json().at("/data/actor/name").asText());
        assertEquals("GRAPHQL_VALIDATION_FAILED",
                send(get("GET", parameters.replace("operationName=Name", "operationName=Nobody"))).code());
    }

    @Test
    void commentsAndLineBreaksAreAccepted() throws IOException {
        String document = "# what { is\r\n{ # asked }\n\n  actor(slug: \"charles-michel\") { # \"\"\"\r    name, slug\n\t}\n}\n# the end";
        for (byte[] request : List.of(query(document, Map.of()), get("GET", "?query=" + encoded(document)))) {
            assertEquals("Charles Michel", send(request).json().at("/data/actor/name").asText());
        }
        String text = "{ actor(slug: \"\"\"\n  charles-michel\n\"\"\") { name } }";
        assertEquals("Charles Michel", ask(text).json().at("/data/actor/name").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void otherMethodsGetAllowHeader(String method) throws IOException {
        Reply reply = send(get(method, "?query=" + encoded("{ dataset { revision } }")));
        assertEquals(405, reply.status());
        assertEquals("GET, HEAD, POST, OPTIONS", reply.headers().get("allow"));
        assertEquals("METHOD_NOT_ALLOWED", reply.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/graphql",
            "application/json; charset=utf-16", ""})
    void crossSiteBodiesAreRejected(String type) throws IOException {
        Reply reply = send(post(json(Map.of("query", "{ dataset { revision } }")), "Content-Type: " + type));
        assertEquals(415, reply.status());
        assertEquals("BAD_USER_INPUT", reply.code());
    }

    @Test
    void largeBodiesAreRejected() throws IOException {
        Reply reply = send(post(json(Map.of("query", "{ dataset { revision } }", "extensions", Map.of("x", "x".repeat(1_100_000))))));
        assertEquals(413, reply.status());
        assertEquals("COST_EXCEEDED", reply.code());
    }

    @Test
    void largeContentLengthIsRejectedAndClosed() throws IOException {
        String head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 50000000\r\n\r\n";
        assertEquals(413, send(head.getBytes(StandardCharsets.US_ASCII)).status());
    }

    @Test
    void malformedJsonIsReportedWithItsPosition() throws IOException {
        Reply reply = send(post("{\"query\":\n  oops}"));
        assertEquals(400, reply.status());
        assertEquals("The body is not a JSON object (line 2, column 3).", reply.json().at("/errors/0/message").asText());
    }

    @Test
    void persistedQueriesAreRegistered() throws IOException {
        String document = "query Learnt { actor(slug: \"charles-michel\") { name } }";
        String hash = PersistedQueries.hash(document);
        String extensions = "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + hash + "\"}}";
        String byHash = "?operationName=Learnt&extensions=" + encoded(extensions);
        Reply unknown = send(get("GET", byHash));
        assertEquals("PersistedQueryNotFound", unknown.json().at("/errors/0/message").asText());
        assertEquals("PERSISTED_QUERY_NOT_FOUND", unknown.code());
        assertEquals(200, unknown.status());
        Reply wrong = send(post("{\"query\": \"{ dataset { revision } }\", \"extensions\": " + extensions + "}"));
        assertEquals(400, wrong.status());
        assertEquals("BAD_USER_INPUT", wrong.code());
        assertTrue(wrong.toString().contains("The parameter extensions.persistedQuery.sha256Hash is not the SHA-256"), wrong.toString());
        Reply named = send(post(json(Map.of("query", document, "documentId", "MyQuery"))));
        assertTrue(named.toString().contains("The parameter documentId is not the SHA-256"), named.toString());
        assertEquals("PERSISTED_QUERY_NOT_FOUND", send(post("{\"extensions\": " + extensions + "}")).code());
        Reply learnt = send(post("{\"query\": " + json(document) + ", \"extensions\": " + extensions + "}"));
        assertEquals("Charles Michel", learnt.json().at("/data/actor/name").asText());
        for (byte[] request : List.of(get("GET", byHash), get("GET", byHash.replace(hash, hash.toUpperCase(Locale.ROOT))),
                get("GET", "?documentId=sha256:" + hash.toUpperCase(Locale.ROOT)), post("{\"extensions\": " + extensions + "}"))) {
            assertEquals("Charles Michel", send(request).json().at("/data/actor/name").asText());
        }
    }

    @Test
    void persistedQueriesAreRegisteredByGet() throws IOException {
        String document = "query ByGet { dataset { revision } }";
        String extensions = "&extensions="
                + encoded("{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + PersistedQueries.hash(document) + "\"}}");
        assertEquals(200, send(get("GET", "?query=" + encoded(document) + extensions)).status());
        assertNull(send(get("GET", "?operationName=ByGet" + extensions)).code());
    }

    private static String times(int number, String format) {
        return IntStream.range(0, number).mapToObj(i -> String.format(Locale.ROOT, format, i)).collect(Collectors.joining(" "));
    }

    private void rejected(String document, String limited, long value, long limit) throws IOException {
        Reply reply = ask(document);
        assertEquals("COST_EXCEEDED", reply.code(), reply.toString());
        JsonNode error = reply.json().at("/errors/0");
        assertEquals(limited, error.at("/extensions/limited").asText());
        assertEquals(value, error.at("/extensions/value").asLong(), reply.toString());
        assertEquals(limit, error.at("/extensions/limit").asLong());
        assertTrue(error.get("message").asText()
                .startsWith("The " + limited + " of this document is " + value + "; the limit is " + limit + ". "), reply.toString());
        assertFalse(reply.json().has("data"));
        assertTrue(reply.headers().get("server-timing").contains("\"0 statements\""), reply.toString());
    }

    @Test
    void eachLimitIsCheckedBeforeSql() throws IOException {
        rejected("{ actor(slug: \"russia\") " + "{ partOf ".repeat(19) + "{ slug }" + " }".repeat(20), "depth", 21, 20);
        rejected("{ dataset {" + "revision ".repeat(2_000) + "} }", "number of fields", 2_001, 2_000);
        rejected("{ dataset { revision } } #" + "x".repeat(99_975), "number of characters", 100_001, 100_000);
        rejected("{ ...F0 }" + times(201, "fragment F%d on Query { dataset { revision } }"), "number of fragments", 201, 200);
        rejected("{ dataset {" + times(101, "a%d: revision") + "} }", "number of aliases", 101, 100);
        rejected("{ dataset" + " @include(if: true)".repeat(101) + " { revision } }", "number of directives", 101, 100);
        rejected("{" + times(51, "a%d: dataset { revision }") + "}", "number of root fields", 51, 50);
        rejected("{ meetings(first: 100) { nodes { statements(first: 100) { nodes { replies(first: 100) { nodes { slug } } } } } } }",
                "cost", 2_030_302, 100_000);
    }

    @Test
    void requestWithinTheLimitsSucceeds() throws IOException {
        for (String document : List.of("{ actor(slug: \"russia\") " + "{ partOf ".repeat(18) + "{ slug }" + " }".repeat(19),
                "{ dataset {" + times(100, "a%d: revision") + "} }", "{" + times(50, "a%d: dataset { revision }") + "}",
                "{ dataset" + " @include(if: true)" + " { revision } }")) {
            Reply reply = ask(document);
            assertFalse(reply.json().has("errors"), reply.toString());
        }
    }

    @Test
    void parsingStopsAtTheTokenLimit() throws IOException {
        Reply reply = ask("{" + " revision".repeat(10_000) + "}");
        assertEquals("COST_EXCEEDED", reply.code(), reply.toString());
        assertTrue(reply.headers().get("server-timing").contains("\"0 statements\""));
    }

    @Test
    void optionsNamesTheMethods() throws IOException {
        Reply reply = send(get("OPTIONS", ""));
        assertEquals(204, reply.status(), reply.toString());
        assertEquals("GET, HEAD, POST, OPTIONS", reply.headers().get("allow"));
    }

    @Test
    void headHasTheHeadersOfGet() throws IOException {
        String parameters = "?query=" + encoded("{ actors(first: 50) { nodes { name slug aliases } } }");
        for (String accept : List.of("application/json", "text/csv")) {
            Reply get = send(get("GET", parameters, "Accept: " + accept));
            Reply head = send(get("HEAD", parameters, "Accept: " + accept));
            assertEquals(200, head.status());
            assertEquals(0, head.body().length);
            for (String header : List.of("etag", "content-type", "content-length", "vary", "cache-control", "parley-revision")) {
                assertEquals(get.headers().get(header), head.headers().get(header), header);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", " [{\"query\": \"{ dataset { revision } }\"}]", "\n\t[1]", "["})
    void batchesAreRejected(String body) throws IOException {
        Reply reply = send(post(body));
        assertEquals(400, reply.status());
        assertEquals("The body is a list. Batches are not supported: send each request by itself, or several root fields in one document.",
                reply.json().at("/errors/0/message").asText());
    }

    @Test
    void addressWithoutADocumentHasAHint() throws IOException {
        Reply reply = send(get("GET", "", "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));
        assertEquals(400, reply.status());
        assertTrue(reply.json().at("/errors/0/message").asText().endsWith("or write one at /graphiql/."), reply.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?query=%7B", "?query={nothing}", "?query={actors(first:0){totalCount}}",
            "?query={dataset{revision}actors(first:0){totalCount}}", "?query={nothing}&format=csv",
            "?query={dataset{revision}}&format=xlsx", "?query={dataset{revision}}&rows=none&format=csv",
            "?query=mutation{deleteRecord(id:\"x\"){revision}}", "?documentId=sha256:0",
            "?query={dataset{revision}}&asOf=9000-01-01T00:00:00Z"})
    void errorsAreNotKept(String parameters) throws IOException {
        String address = parameters.replace("{", "%7B").replace("}", "%7D").replace("\"", "%22");
        for (String accept : List.of(GRAPHQL, JSON, "*/*", "text/csv", "image/png")) {
            for (String method : List.of("GET", "HEAD")) {
                Reply reply = send(get(method, address, "Accept: " + accept));
                assertTrue(method.equals("HEAD") || !reply.json().path("errors").isEmpty(), reply.toString());
                assertFalse(reply.headers().containsKey("etag"), reply.toString());
                assertEquals("no-store", reply.headers().get("cache-control"), reply.toString());
                assertEquals("accept, accept-encoding, parley-min-revision", reply.headers().get("vary"), reply.toString());
            }
        }
    }

    @Test
    void costCountsPagesGivenByVariables() throws IOException {
        String document = "query($n: Int) { meetings(first: $n) { nodes { statements(first: $n) { nodes { replies(first: $n) { nodes { slug } } } } } } }";
        assertEquals("COST_EXCEEDED", send(query(document, Map.of("n", 100))).code());
        assertNull(send(query(document, Map.of("n", 5))).code());
    }

    @Test
    void costCountsIds() throws IOException {
        String inner = "{ ... on Meeting { statements(first: 100) { nodes { replies { nodes { slug } } } } } }";
        List<String> ids = Collections.nCopies(90, "x");
        rejected("{ nodes(ids: " + json(ids) + ") " + inner + " }", "cost", 387_181, 100_000);
        assertEquals("COST_EXCEEDED", send(query("query($ids: [ID!]!) { nodes(ids: $ids) " + inner + " }", Map.of("ids", ids))).code());
        assertEquals("BAD_USER_INPUT", ask("{ nodes(ids: [\"x\"]) " + inner + " }").code());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{ | GRAPHQL_PARSE_FAILED", "{ nothing } | GRAPHQL_VALIDATION_FAILED",
            "query($s: String!) { actor(slug: $s) { name } } | BAD_USER_INPUT",
            "{ actors(first: 1.7) { totalCount } } | GRAPHQL_VALIDATION_FAILED",
            "query($n: Int = 0) { actors(first: $n) { totalCount } } | BAD_USER_INPUT",
            "{ meetings(after: \"x\") { totalCount } } | BAD_USER_INPUT"})
    void errorsHaveCodes(String document, String code) throws IOException {
        Reply reply = ask(document);
        assertEquals(code, reply.code(), reply.toString());
        assertFalse(reply.json().at("/errors/0/message").asText().isBlank());
    }

    @Test
    void fieldErrorsHavePathAndLocation() throws IOException {
        Reply reply = ask("{ dataset { revision }\n  wrong: actors(first: 0) { totalCount } }");
        JsonNode error = reply.json().at("/errors/0");
        assertEquals("[\"wrong\"]", error.get("path").toString());
        assertEquals("[{\"line\":2,\"column\":3}]", error.get("locations").toString());
        assertEquals("first is 0; send 1 to 100, or omit it for 20", error.get("message").asText());
        assertFalse(reply.json().at("/data/dataset/revision").asText().isBlank());
    }

    @Test
    void mutationsAreRejectedByGet() throws IOException {
        Reply reply = send(get("GET", "?query=" + encoded("mutation { nothing }"), "Accept: " + GRAPHQL));
        assertTrue(reply.status() == 405 || reply.status() == 400, reply.toString());
    }

    @Test
    void eachRequestIsLoggedOnce() throws Exception {
        try (LogLines log = new LogLines("org.parley.request")) {
            String document = "query Logged { actor(slug: \"charles-michel\") { name } }";
            ask(document);
            log.await(1);
            ask("query Rejected { meetings(first: 100) { nodes { statements(first: 100) { nodes { replies(first: 100) { nodes { slug } } } } } } }");
            log.await(2);
            send(post("{"));
            log.await(3);
            send(get("PUT", ""));
            List<String> lines = log.await(4);
            assertEquals(4, lines.size(), lines.toString());
            assertTrue(lines.get(0).matches("operation=Logged document=" + PersistedQueries.hash(document).substring(0, 12)
                    + " cost=\\d+ ms=\\d+\\.\\d sql=1 status=ok"), lines.get(0));
            assertTrue(lines.get(1).matches("operation=Rejected document=.* cost=2030302 .* sql=0 status=rejected"), lines.get(1));
            assertEquals("operation=- status=rejected http=400 code=BAD_USER_INPUT", lines.get(2));
            assertEquals("operation=- status=rejected http=405 code=METHOD_NOT_ALLOWED", lines.get(3));
        }
    }

    @Test
    void operationsAreMeasuredByName() throws Exception {
        for (int i = 0; i < 3; i++) {
            ask("query Measured { actor(slug: \"charles-michel\") { name } }");
        }
        ask("query Measured { actor(slug: \"charles-michel\") { name } actors(first: 0) { totalCount } }");
        String last = "parley_requests_seconds_count{operation=\"Measured\",status=\"partial\"} 1";
        String metrics = "";
        for (int i = 0; i < 250 && !metrics.contains(last); i++) {
            Thread.sleep(20);
            metrics = Management.get("/q/metrics").then().statusCode(200).extract().asString();
        }
        for (String line : List.of("parley_requests_seconds_count{operation=\"Measured\",status=\"ok\"} 3", last,
                "parley_request_sql_sum{operation=\"Measured\",status=\"ok\"} 3",
                "parley_request_cost_count{operation=\"Measured\",status=\"ok\"} 3")) {
            assertTrue(metrics.contains("\n" + line), line + " is not in\n" + metrics);
        }
    }

    @Test
    void errorsAreCountedByCode() throws Exception {
        double before = errors("BAD_USER_INPUT");
        assertEquals(200, ask("{ dataset { revision } a: actors(first: 0) { totalCount } b: actors(first: 0) { totalCount } }").status());
        assertEquals(400, send(post("{")).status());
        for (int i = 0; i < 250 && errors("BAD_USER_INPUT") < before + 2; i++) {
            Thread.sleep(20);
        }
        assertEquals(before + 2, errors("BAD_USER_INPUT"), "one for each answer");
    }

    private static double errors(String code) {
        return PrometheusMetrics.value("parley_errors_total{code=\"" + code + "\"}").orElseThrow();
    }

    @Test
    void otherOriginsAreRejectedByDefault() throws IOException {
        Reply reply = send(get("GET", "?query=" + encoded("{ dataset { revision } }"), "Origin: https://example.org"));
        assertNull(reply.headers().get("access-control-allow-origin"));
        Reply before = send(get("OPTIONS", "", "Origin: https://example.org", "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: content-type"));
        assertNull(before.headers().get("access-control-allow-origin"));
    }

    @Test
    void schemaIsServed() throws IOException {
        assertNotNull(ask("{ __schema { queryType { name } } }").json().at("/data/__schema/queryType/name").asText(null));
        for (int i = 0; i < 2; i++) {
            String schema = RestAssured.get("/graphql/schema.graphql").then().statusCode(200).extract().asString();
            assertTrue(schema.contains("type Meeting implements "), schema);
        }
        assertEquals("", RestAssured.head("/graphql/schema.graphql").then().statusCode(200).extract().asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void schemaIsReadOnly(String method) {
        RestAssured.request(method, "/graphql/schema.graphql").then().statusCode(405).header("Allow", "GET, HEAD");
    }
}
