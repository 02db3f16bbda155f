package org.parley.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mutation whose arguments or condition are null at run time is not executed; the others of the document are. */
@QuarkusTest
@TestProfile(OwnRecord.class)
class NullInMutationsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $v: String = "1"     | null-1 | retractPlace(slug: "brussels", revision: $v, why: "x") | revision
            $v: String = "x"     | null-2 | retractPlace(slug: $v, revision: "1", why: "x") | slug
            $v: String = "x"     | null-3 | recordPlace(input: {slug: "null-never", name: $v}) | input.name
            $v: Float = 1.5      | null-4 | recordPlace(input: {slug: "null-never", name: "x", coordinates: {latitude: $v, longitude: 1}}) | input.coordinates.latitude
            $v: Boolean = true   | null-5 | recordPlace(input: {slug: "null-never", name: "x"}) @include(if: $v) | @include(if: $v)
            $v: Boolean = false  | null-6 | recordPlace(input: {slug: "null-never", name: "x"}) @skip(if: $v) | @skip(if: $v)
            """)
    void isNotExecuted(String variable, String slug, String mutation, String place) {
        if (mutation.contains("coordinates") && Editor.NOBODY.data("{ __type(name: \"PlaceInput\") { inputFields { name } } }")
                .findValuesAsText("name").stream().noneMatch("coordinates"::equals)) {
            return;
        }
        JsonNode answer = Editor.CURATOR.send("mutation(" + variable + ") { a: " + mutation + " { revision } recordPlace(input: {slug: \""
                + slug + "\", name: \"" + slug + "\"}) { revision } }", Collections.singletonMap("v", null));
        assertEquals(1, answer.path("errors").size(), answer::toString);
        assertEquals("[\"a\"]", answer.at("/errors/0/path").toString());
        assertEquals("BAD_USER_INPUT", answer.at("/errors/0/extensions/code").asText());
        assertTrue(answer.at("/errors/0/message").asText().startsWith(place + ": the variable "), answer::toString);
        assertTrue(answer.at("/data/a").isNull());
        assertEquals(answer.at("/data/recordPlace/revision").asText(),
                Editor.NOBODY.data("{ dataset { revision } }").at("/dataset/revision").asText());
        assertEquals(0, Editor.NOBODY.data("{ search(text: \"null-never\") { totalCount } }").at("/search/totalCount").asInt());
    }

    @Test
    void infiniteFiguresAreRejected() {
        String document = "mutation($v: Float) { amendFigure(slug: \"x\", revision: \"1\", input: {value: $v}) { revision } }";
        for (Object wrong : new Object[]{"1", "", true, Map.of()}) {
            JsonNode error = Editor.ANA.error(document, Map.of("v", wrong));
            assertEquals("$v: not a valid Float; send a finite number of double precision, without quotes", error.get("message").asText());
        }
    }
}
