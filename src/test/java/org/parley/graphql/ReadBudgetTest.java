package org.parley.graphql;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.fault.ErrorCode;

/** A request that exceeds its read budget is stopped and returns only an error. */
@QuarkusTest
@TestProfile(ReadBudgetTest.Small.class)
class ReadBudgetTest {

    private static final int ROWS = 60;

    /** Limits that queries of the small data set exceed. */
    public static class Small implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.limits.rows", String.valueOf(ROWS), "parley.limits.read-bytes", "5000");
        }
    }

    @Inject
    Engine engine;

    private GraphQlResponse ask(String document) {
        return engine.execute(new GraphQlRequest(document, null, Map.of(), true, Caller.ANONYMOUS));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            // Many rows: of a list, of nested lists, of aliases, with counts, as of a moment, of fragments.
            "{ meetings(first: 100) { nodes { slug participations { actor { slug } } } } }",
            "{ actors(first: 20) { nodes { attended(first: 20) { nodes { slug } } } } }",
            "{ a: actors(first: 30) { nodes { id } } b: statements(first: 30) { nodes { id } } c: meetings(first: 30) { nodes { id } } }",
            "{ ...P } fragment P on Query { actors(first: 30) { totalCount nodes { ...N } } } fragment N on Actor { attestations { locator } aliases }",
            // Many bytes in few rows.
            "{ statements(first: 15) { nodes { slug summary quotation attestations { value fragment locator reads source { title note } } } } }"})
    void exceedingRequestIsStopped(String document) {
        GraphQlResponse answer = ask(document);
        assertEquals(Set.of(ErrorCode.COST_EXCEEDED), answer.codes(), () -> answer.errors().toString());
        assertEquals(1, answer.errors().size());
        assertFalse(answer.hasData());
        assertTrue(answer.rows() <= ROWS + 1, () -> answer.rows() + " rows");
        assertTrue(String.valueOf(answer.errors()).contains("Request smaller pages"), () -> answer.errors().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ dataset { revision } }", "{ meetings(first: 10) { nodes { slug } } }",
            "{ a: actors(first: 10) { nodes { id } } b: actors(first: 10) { nodes { id } } }"})
    void requestWithinTheLimitsSucceeds(String document) {
        GraphQlResponse answer = ask(document);
        assertEquals(List.of(), answer.errors());
        assertTrue(answer.rows() > 0 && answer.rows() <= ROWS, () -> answer.rows() + " rows");
    }

    /** Sends the document once in full, then by its hash. */
    @Test
    void persistedDocumentIsLimited() throws Exception {
        String document = "{ meetings(first: 100) { nodes { slug participations { actor { slug } } } } }";
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> persisted = Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash));
        for (Map<String, Object> body : List.of(Map.of("query", document, "extensions", persisted),
                Map.<String, Object> of("extensions", persisted))) {
            RestAssured.given().contentType("application/json").body(body).post("/graphql").then().body("errors[0].extensions.code",
                    equalTo("COST_EXCEEDED"));
        }
    }

    @Test
    void nextRequestHasItsOwnBudget() {
        for (int i = 0; i < 10; i++) {
            assertEquals(List.of(), ask("{ meetings(first: 10) { nodes { slug } } }").errors());
        }
    }
}
