package org.parley.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The selection of a mutation counts towards the limits of its request. */
@QuarkusTest
@TestProfile(WriteBudgetTest.Small.class)
public class WriteBudgetTest {

    private static final String AMEND = "mutation ($slug: String!, $seen: String!, $input: ActorAmendment!) {"
            + " amendActor(slug: $slug, revision: $seen, input: $input) { revision actor { description %s } } }";
    private static final String SLUG = "armenia";

    /** Limits the rows and the cost. */
    public static class Small extends OwnRecord {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.putAll(Map.of("parley.limits.rows", "30", "parley.limits.cost", "3000"));
            return settings;
        }
    }

    private static JsonNode actor() {
        return Editor.NOBODY.data("{ actor(slug: \"" + SLUG + "\") { revision description } }").get("actor");
    }

    private static JsonNode amend(String description, String more) {
        return Editor.ANA.send(AMEND.replace("%s", more),
                Map.of("slug", SLUG, "seen", actor().get("revision").asText(), "input", Map.of("description", description)));
    }

    @Test
    void expensiveSelectionIsRejectedBeforeTheWrite() {
        JsonNode before = actor();
        JsonNode answer = amend("Not to be written.", "attended(first: 100) { nodes { statements(first: 100) { nodes { slug } } } }");
        assertEquals("COST_EXCEEDED", answer.at("/errors/0/extensions/code").asText(), answer.toString());
        assertEquals("cost", answer.at("/errors/0/extensions/limited").asText(), answer.toString());
        assertFalse(answer.hasNonNull("data"), answer.toString());
        assertEquals(before, actor());
    }

    @Test
    void payloadOverTheBudgetIsOmittedAndTheChangeReported() {
        String description = "Written at " + System.nanoTime() + ".";
        JsonNode answer = amend(description,
                "attended(first: 20) { nodes { slug participations { role actor { slug } } } } said(first: 20) { nodes { slug } }");
        assertTrue(answer.at("/data/amendActor/revision").asLong() > 0, answer.toString());
        answer.get("errors").forEach(error -> assertEquals("COST_EXCEEDED", error.at("/extensions/code").asText(), answer.toString()));
        assertFalse(answer.get("errors").isEmpty());
        assertEquals(description, actor().get("description").asText());
        assertEquals(List.of(), errors(amend("And again at " + System.nanoTime() + ".", "")));
    }

    private static List<String> errors(JsonNode answer) {
        return answer.findValuesAsText("message");
    }
}
