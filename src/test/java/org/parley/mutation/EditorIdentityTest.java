package org.parley.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.parley.auth.TestIdentityProvider;

/** An editor is identified by issuer and subject; the name is only displayed. */
@QuarkusTest
@TestProfile(OwnRecord.class)
class EditorIdentityTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECORD = "mutation ($slug: String!, $id: ID) { recordPlace(input: {slug: $slug, name: $slug},"
            + " clientMutationId: $id) { revision change { editor editorId slug } } }";

    private static JsonNode send(String subject, String name, String query, Map<String, ?> variables) throws IOException {
        JwtClaims claims = TestIdentityProvider.claims(name, "editor");
        claims.setSubject(subject);
        return JSON.readTree(RestAssured.given().auth().oauth2(TestIdentityProvider.sign(claims)).contentType("application/json")
                .body(Map.of("query", query, "variables", variables)).post("/graphql").then().statusCode(200).extract().asString());
    }

    private static JsonNode record(String subject, String name, String slug, String id) throws IOException {
        JsonNode answer = send(subject, name, RECORD, Map.of("slug", slug, "id", id));
        assertTrue(answer.path("errors").isMissingNode(), answer.toString());
        return answer.at("/data/recordPlace");
    }

    @Test
    void editorsOfTheSameNameAreDistinct() throws IOException {
        JsonNode first = record("id-1", "kim", "kims-place", "one");
        JsonNode second = record("id-2", "kim", "place-of-another-kim", "one");
        assertEquals("place-of-another-kim", second.at("/change/slug").asText(), "the other's mutation was answered");
        assertEquals("kim", second.at("/change/editor").asText());
        assertNotEquals(first.at("/change/editorId"), second.at("/change/editorId"));
    }

    @Test
    void renamedEditorIsTheSame() throws IOException {
        JsonNode first = record("id-3", "lee", "lees-place", "two");
        assertEquals(first, record("id-3", "lee-smith", "lees-place", "two"), "sent again under another name");
        JsonNode later = record("id-3", "lee-smith", "another-place-of-lee", "three");
        assertEquals("lee-smith", later.at("/change/editor").asText());
        assertEquals(first.at("/change/editorId"), later.at("/change/editorId"));
    }

    @Test
    void changesAreFilteredByEditor() throws IOException {
        String editor = record("id-4", "noor", "noors-place", "four").at("/change/editorId").asText();
        record("id-5", "noor", "place-of-another-noor", "five");
        JsonNode last = record("id-4", "noor-jones", "noors-second-place", "six");
        JsonNode found = JSON
                .readTree(RestAssured.given().contentType("application/json").header("Parley-Min-Revision", last.get("revision").asText())
                        .body(Map.of("query", "query ($ids: [String!]) { changes(filter: {editorIds: $ids}, first: 9) { nodes { slug } } }",
                                "variables", Map.of("ids", List.of(editor))))
                        .post("/graphql").asString());
        assertEquals(List.of("noors-place", "noors-second-place"), found.at("/data/changes/nodes").findValuesAsText("slug"),
                found.toString());
    }

    @Test
    void loadHasNoEditorId() throws IOException {
        JsonNode found = send("id-6", "ola", "{ changes(first: 1) { nodes { editor editorId } } }", Map.of());
        assertEquals("load", found.at("/data/changes/nodes/0/editor").asText(), found.toString());
        assertTrue(found.at("/data/changes/nodes/0/editorId").isNull());
    }
}
