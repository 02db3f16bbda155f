package org.parley.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records with the same happening list each other; the name is an ordinary field that can be changed and removed. */
@QuarkusTest
@TestProfile(OwnRecord.class)
class HappeningTest {

    private static final String ATTESTED = "attestations: [{source: \"russia-stresses-its-red-lines\", locator: \"paragraph 2\", voice: DOCUMENT_FACT}]";

    @Test
    void recordsOfAHappeningAreRelated() {
        JsonNode event = record("recordEvent", "event", "slug: \"opened\", title: \"Opened\", kind: OTHER, date: {edtf: \"2024\"}");
        JsonNode figure = record("recordFigure", "figure", "slug: \"doors\", measure: \"doors\", printed: \"two\", unit: \"doors\"");
        assertEquals(List.of("doors"), others("slug: \"opened\""));

        String amended = amend(event.at("/event/revision").asText(), "happening: \"another\"");
        assertEquals(List.of(), others("slug: \"opened\""));
        amended = amend(amended, "happening: \"opening\"");
        assertEquals(List.of("doors"), others("slug: \"opened\""));
        amend(amended, "happening: null");
        assertEquals(List.of(), others("slug: \"opened\""));

        assertEquals(List.of(), others("slug: \"opened\", asOf: \"" + event.at("/change/at").asText() + "\""));
        assertEquals(List.of("doors"), others("slug: \"opened\", asOf: \"" + figure.at("/change/at").asText() + "\""));
    }

    private static JsonNode record(String mutation, String type, String fields) {
        return Editor.ANA.data("mutation { " + mutation + "(input: {" + fields + ", happening: \"opening\", " + ATTESTED
                + "}) { change { at } " + type + " { revision } } }").get(mutation);
    }

    private static String amend(String revision, String field) {
        return Editor.ANA
                .data("mutation { amendEvent(slug: \"opened\", revision: \"" + revision + "\", input: {" + field + "}) { revision } }")
                .at("/amendEvent/revision").asText();
    }

    private static List<String> others(String event) {
        return Editor.NOBODY.data("{ event(" + event + ") { sameHappening { ... on Event { slug } ... on Figure { slug } } } }")
                .findValuesAsText("slug");
    }
}
