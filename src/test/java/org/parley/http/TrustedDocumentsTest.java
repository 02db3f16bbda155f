package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.http.RawClient.get;
import static org.parley.http.RawClient.json;
import static org.parley.http.RawClient.post;
import static org.parley.http.RawClient.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.http.RawClient.Reply;
import org.parley.websocket.SocketClient;

/** A service with trusted documents, no introspection, and one allowed origin. */
@QuarkusTest
@TestProfile(TrustedDocumentsTest.Closed.class)
public class TrustedDocumentsTest {

    public static final String HSTS = "max-age=31536000; includeSubDomains";

    private static final String KNOWN = "query Known { actor(slug: \"charles-michel\") { name } }";
    private static final String LONG = "{ actors(first: 3) { nodes { slug } } } #" + "x".repeat(5_000);
    private static final String DEAR = "{ meetings(first: 100) { nodes { statements(first: 100) { nodes { replies(first: 100) { nodes { slug } } } } } } }";
    private static final String SCHEMA = "{ __schema { types { name } } }";
    private static final String TYPE = "{ __type(name: \"Actor\") { name } }";

    /** Restricted by configuration alone. */
    public static class Closed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path file = Files.createTempFile(Files.createDirectories(Path.of("target")), "trusted", ".json");
                Files.writeString(file,
                        json(Stream.of(KNOWN, LONG, DEAR, SCHEMA, TYPE).collect(Collectors.toMap(PersistedQueries::hash, each -> each))));
                return Map.of("parley.http.trusted-documents", file.toString(), "parley.limits.introspection", "false",
                        "quarkus.smallrye-graphql.ui.enabled", "false", "parley.http.strict-transport-security", HSTS,
                        "quarkus.http.cors.enabled", "true", "quarkus.http.cors.origins", "https://example.org");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @TestHTTPResource("/graphql")
    URI service;

    private Reply send(byte[] request) throws IOException {
        return RawClient.send(service, request);
    }

    private static String byHash(String document) {
        return json(Map.of("extensions", Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", PersistedQueries.hash(document)))));
    }

    @Test
    void trustedDocumentsAreExecuted() throws IOException {
        for (byte[] request : List.of(query(KNOWN, Map.of()), post(byHash(KNOWN)))) {
            assertEquals("Charles Michel", send(request).json().at("/data/actor/name").asText());
        }
    }

    @Test
    void trustedDocumentsAreLimited() throws IOException {
        for (byte[] request : List.of(query(DEAR, Map.of()), post(byHash(DEAR)))) {
            Reply reply = send(request);
            assertEquals("COST_EXCEEDED", reply.code(), reply.toString());
        }
        try (SocketClient client = SocketClient.open(service)) {
            client.ask("dear", DEAR, Map.of());
            assertEquals("COST_EXCEEDED", client.hear().at("/payload/0/extensions/code").asText());
        }
    }

    @Test
    void documentIdNamesADocument() throws IOException {
        for (String id : List.of(PersistedQueries.hash(KNOWN), "sha256:" + PersistedQueries.hash(KNOWN),
                PersistedQueries.hash(KNOWN).toUpperCase(Locale.ROOT))) {
            for (byte[] request : List.of(post(json(Map.of("documentId", id))), get("GET", "?documentId=" + id))) {
                assertEquals("Charles Michel", send(request).json().at("/data/actor/name").asText());
            }
        }
        assertEquals("DOCUMENT_NOT_TRUSTED", send(get("GET", "?documentId=sha256:0")).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"sha256:%s\": %s}", "{\"%s\": %s}",
            "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": "
                    + "[{\"id\": \"%s\", \"name\": \"Known\", \"type\": \"query\", \"body\": %s}]}"})
    void manifestsAreReadAsTheyAreWritten(String manifest) throws Exception {
        for (String id : List.of(PersistedQueries.hash(KNOWN), "5f2a-any-id", "MyQuery", "A".repeat(64))) {
            PersistedQueries queries = trusting(String.format(Locale.ROOT, manifest, id, json(KNOWN)));
            for (Map<String, Object> request : List.<Map<String, Object>> of(Map.of("documentId", id), Map.of("documentId", "sha256:" + id),
                    Map.of("query", KNOWN))) {
                assertEquals(KNOWN, queries.document(RequestParameters.of(request, true)));
            }
        }
    }

    private static PersistedQueries trusting(String manifest) throws IOException {
        Path file = Files.createTempFile(Path.of("target"), "manifest", ".json");
        Files.writeString(file, manifest);
        HttpConfig config = new SmallRyeConfigBuilder().withMapping(HttpConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValue("parley.http.trusted-documents", file.toString()).build().getConfigMapping(HttpConfig.class);
        return new PersistedQueries(config, new ObjectMapper());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"[] | has no documents", "{} | has no documents", "`` | has no documents",
            "[{\"id\": \"a\", \"body\": \"{ a }\"}] | has no documents", "\"{ a }\" | has no documents",
            "{\"documents\": {\"a\": \"{ a }\"}} | has an entry without an id or without the text of a document: 'documents'",
            "{\"a\": {\"text\": \"{ a }\"}} | has an entry without an id or without the text of a document: 'a'",
            "{\"operations\": []} | has no documents", "{\"operations\": [{\"body\": \"{ a }\"}]} | has an entry without an id",
            "{\"operations\": [{\"id\": \"a\", \"text\": \"{ a }\"}]} | has an entry without an id", "{ a } | is not JSON"})
    void otherManifestsAreRejected(String manifest, String fault) {
        String message = assertThrows(IllegalArgumentException.class, () -> trusting(manifest)).getMessage();
        assertTrue(message.startsWith("parley.http.trusted-documents: target/manifest") && message.contains(" " + fault), message);
    }

    @Test
    void longTrustedDocumentIsLinkedByItsHash() throws IOException {
        Reply table = send(post(json(Map.of("query", LONG)), "Accept: text/csv"));
        String link = table.headers().get("link").replaceAll("^<|>; rel=\"cite-as\"$", "");
        assertTrue(link.startsWith("?documentId=" + PersistedQueries.hash(LONG) + "&asOf="), link);
        assertEquals(new String(table.body(), StandardCharsets.UTF_8), new String(send(get("GET", link)).body(), StandardCharsets.UTF_8));
    }

    @Test
    void otherDocumentsAreRejected() throws IOException {
        String other = "{ dataset { revision } }";
        String underAKnownHash = json(Map.of("query", other, "extensions",
                Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", PersistedQueries.hash(other)))));
        for (byte[] request : List.of(query(other, Map.of()), query(KNOWN + " ", Map.of()), post(byHash(other)), post(underAKnownHash))) {
            Reply reply = send(request);
            assertEquals(403, reply.status(), reply.toString());
            assertEquals("DOCUMENT_NOT_TRUSTED", reply.code());
        }
    }

    @Test
    void listAppliesToWebSockets() {
        try (SocketClient client = SocketClient.open(service)) {
            client.ask("other", "{ dataset { revision } }", Map.of());
            assertEquals("DOCUMENT_NOT_TRUSTED", client.hear().at("/payload/0/extensions/code").asText());
            client.ask("known", KNOWN, Map.of());
            assertEquals("Charles Michel", client.hear().at("/payload/data/actor/name").asText());
        }
    }

    @Test
    void webSocketOfAnotherOriginIsRejected() throws IOException {
        assertEquals("101", RawClient.upgrade(service, "Origin: https://example.org"));
        assertEquals("403", RawClient.upgrade(service, "Origin: https://example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SCHEMA, TYPE})
    void schemaIsNotServed(String document) throws IOException {
        Reply reply = send(query(document, Map.of()));
        assertEquals("INTROSPECTION_DISABLED", reply.code(), reply.toString());
        assertFalse(reply.json().toString().contains("\"Actor\""), reply.toString());
        assertEquals("INTROSPECTION_DISABLED",
                RestAssured.get("/graphql/schema.graphql").then().statusCode(403).extract().path("errors[0].extensions.code"));
    }

    @Test
    void configuredOriginIsAllowed() throws IOException {
        String[] before = {"Access-Control-Request-Method: POST", "Access-Control-Request-Headers: content-type"};
        Reply allowed = send(get("OPTIONS", "", "Origin: https://example.org", before[0], before[1]));
        assertEquals("https://example.org", allowed.headers().get("access-control-allow-origin"), allowed.toString());
        assertEquals("https://example.org",
                send(post(json(Map.of("query", KNOWN)), "Origin: https://example.org")).headers().get("access-control-allow-origin"));
        assertTrue(allowed.headers().get("access-control-allow-methods").contains("POST"), allowed.toString());
        for (Reply reply : List.of(allowed, send(get("GET", "?query=" + RawClient.encoded(KNOWN), "Origin: https://example.org")))) {
            assertNotEquals("true", reply.headers().get("access-control-allow-credentials"), reply.toString());
        }
        assertEquals("content-type", allowed.headers().get("access-control-allow-headers"));
        assertEquals("accept, accept-encoding, parley-min-revision, origin",
                send(get("GET", "?query=" + RawClient.encoded(KNOWN), "Origin: https://example.org")).headers().get("vary"));
        assertNull(
                send(get("OPTIONS", "", "Origin: https://example.com", before[0], before[1])).headers().get("access-control-allow-origin"));
    }
}
