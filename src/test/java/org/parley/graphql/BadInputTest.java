package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.paging.Cursor;

/** Invalid input is reported with its path and what to send instead, and fails only its field. */
@QuarkusTest
class BadInputTest {

    private static final String TO_100 = "; send 1 to 100, or omit it for 20";
    private static final String AS_DAY = "' is not a valid date; send YYYY-MM-DD";
    private static final String CURSOR_ADVICE = "'; send a cursor that this list returned, or omit it to start at the beginning";

    /** Queries a field next to another one. The path of the error is that of the field. */
    private static void assertRejected(String field, String message, Object... path) {
        JsonNode answer = GraphQlClient.ask("{ " + field + " beside: actor(slug: \"armenia\") { name } }");
        assertEquals(1, answer.at("/errors").size(), answer::toString);
        JsonNode error = answer.at("/errors/0");
        assertEquals(message, error.get("message").asText());
        assertEquals("BAD_USER_INPUT", error.at("/extensions/code").asText());
        assertEquals(GraphQlClient.JSON.valueToTree(path), error.get("path"));
        assertEquals("Armenia", answer.at("/data/beside/name").asText(), "the rest of the query has to be answered");
    }

    private static String cursor(String list) {
        return GraphQlClient.data("{ " + list + " { pageInfo { startCursor } } }").findValue("startCursor").asText();
    }

    @Test
    void unknownSlugIsNoError() {
        for (String one : List.of("actor", "meeting", "statement", "agreement", "event", "issue", "track", "source", "place")) {
            assertEquals("{\"" + one + "\":null}", GraphQlClient.data("{ " + one + "(slug: \"nobody\") { slug } }").toString());
        }
        for (String many : List.of("meetings(filter: {hosts: [\"nobody\"]})", "statements(filter: {issues: [\"nobody\"]})",
                "agreements(filter: {parties: [\"nobody\"]})", "events(filter: {places: [\"nobody\"]})",
                "positions(filter: {actors: [\"nobody\"]})", "actors(filter: {partOf: [\"nobody\"]})",
                "hostings(filter: {tracks: [\"nobody\"]})", "places(filter: {countries: [\"nobody\"]})",
                "meetings(filter: {countries: [\"nobody\"]})", "actors(filter: {countries: [\"nobody\"]})",
                "timeline(filter: {places: [\"nobody\"]})", "timeline(filter: {sources: [\"nobody\"]})",
                "timeline(filter: {actors: [\"nobody\"]})")) {
            JsonNode page = GraphQlClient.data("{ a: " + many + " { totalCount edges { cursor } } }");
            assertEquals("{\"totalCount\":0,\"edges\":[]}", page.get("a").toString(), many);
        }
        assertEquals("[]",
                GraphQlClient.data("{ figures(filter: {of: [\"nobody\"]}) { nodes { slug } } }").at("/figures/nodes").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "...", "-", "-peace", "- \u00AD"})
    void textFilterNeedsAWordToFind(String text) {
        for (String list : List.of("actors", "meetings", "statements", "agreements", "events")) {
            assertRejected(list + "(filter: {text: \"" + text + "\"}) { totalCount }",
                    "text: '" + text + "' contains no word to find; send at least one letter or digit", list);
        }
        assertRejected("figures(filter: {measure: \"" + text + "\"}) { totalCount }",
                "measure: '" + text + "' contains no word to find; send at least one letter or digit", "figures");
        for (String enough : List.of("p", "a-b-c", "2020", "\u0939\u093f\u0928\u094d\u0926\u0940", "a\u0301b\u0301c")) {
            assertTrue(GraphQlClient.data("{ meetings(filter: {text: \"" + enough + "\"}) { totalCount } }").at("/meetings/totalCount")
                    .isInt());
        }
    }

    @Test
    void filterHasAtMostAThousandValues() {
        Map<String, List<String>> lists = Map.of("meetings", List.of("places", "participants", "hosts", "tracks", "issues", "sources"),
                "statements", List.of("issues"), "events", List.of("places"), "agreements", List.of("parties"), "timeline",
                List.of("actors", "issues"), "hostings", List.of("mediators", "leaders"));
        lists.forEach((list, filters) -> filters.forEach(filter -> {
            String values = Stream.generate(() -> "\"nobody\"").limit(1001).collect(Collectors.joining(", "));
            assertRejected(list + "(filter: {" + filter + ": [" + values + "]}) { edges { cursor } }",
                    filter + ": 1001 values; send at most 1000", list);
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void pageSizeIsOneToAHundred(int size) {
        for (String list : List.of("actors", "meetings", "statements", "agreements", "events", "positions")) {
            assertRejected(list + "(first: " + size + ") { totalCount }", "first is " + size + TO_100, list);
            assertRejected(list + "(last: " + size + ") { totalCount }", "last is " + size + TO_100, list);
        }
        for (String list : List.of("hostings", "timeline", "discrepancies")) {
            assertRejected(list + "(first: " + size + ") { totalCount }", "first is " + size + TO_100, list);
        }
        for (String list : List.of("hostings", "timeline")) {
            assertRejected(list + "(last: " + size + ") { totalCount }", "last is " + size + TO_100, list);
        }
        assertRejected("search(text: \"a\", first: " + size + ") { totalCount }", "first is " + size + TO_100, "search");
    }

    @Test
    void nestedPageSizeIsOneToAHundred() {
        assertRejected("actor(slug: \"russia\") { hosted(first: 0) { totalCount } }", "first is 0" + TO_100, "actor", "hosted");
        assertRejected("actor(slug: \"russia\") { counterparts(first: 101) { nodes { meetings } } }", "first is 101" + TO_100, "actor",
                "counterparts");
        assertRejected("issue(slug: \"peace-treaty\") { positions(first: -1) { totalCount } }", "first is -1" + TO_100, "issue",
                "positions");
        JsonNode answer = GraphQlClient.ask("{ actor(slug: \"russia\") { name bad: hosted(first: 0) { totalCount nodes { slug } }"
                + " good: hosted(first: 1) { nodes { slug } } } }");
        assertEquals("[\"actor\",\"bad\"]", answer.at("/errors/0/path").toString());
        assertEquals("Russia", answer.at("/data/actor/name").asText());
        assertEquals("{\"totalCount\":0,\"nodes\":[]}", answer.at("/data/actor/bad").toString());
        assertEquals(1, answer.at("/data/actor/good/nodes").size());
    }

    @Test
    void firstAndLastCannotBeCombined() {
        String message = "first and last cannot be combined; send first to page forward or last to page backward";
        assertRejected("meetings(first: 1, last: 1) { totalCount }", message, "meetings");
        assertRejected("actor(slug: \"russia\") { said(first: 1, last: 1) { totalCount } }", message, "actor", "said");
    }

    @Test
    void cursorOfAnotherListIsRejected() {
        assertRejected("meetings(after: \"broken!\") { totalCount }", "after: invalid cursor 'broken!" + CURSOR_ADVICE, "meetings");
        assertRejected("meetings(last: 1, before: \"\") { totalCount }", "before: invalid cursor '" + CURSOR_ADVICE, "meetings");
        String ofActors = cursor("actors(first: 1)");
        assertRejected("meetings(after: \"" + ofActors + "\") { totalCount }",
                "after: '" + ofActors
                        + "' is a cursor of another list (actors by name); send a cursor that this list (meetings by date) returned",
                "meetings");
        assertRejected("track(slug: \"moscow-track\") { meetings(after: \"" + ofActors + "\") { totalCount } }",
                "after: '" + ofActors
                        + "' is a cursor of another list (actors by name); send a cursor that this list (meetings by date) returned",
                "track", "meetings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"meetings(first: 1", "hostings(first: 1", "timeline(first: 1", "discrepancies(first: 1",
            "search(text: \"Armenia\", first: 1"})
    void modifiedCursorIsRejected(String list) {
        String cursor = cursor(list + ")");
        String name = list.substring(0, list.indexOf('('));
        for (int i = 0; i < cursor.length(); i++) {
            String changed = cursor.substring(0, i) + (cursor.charAt(i) == 'x' ? 'y' : 'x') + cursor.substring(i + 1);
            JsonNode answer = GraphQlClient.ask("{ " + list + ", after: \"" + changed + "\") { totalCount } }");
            if (answer.has("errors")) {
                assertEquals("BAD_USER_INPUT", answer.at("/errors/0/extensions/code").asText(), changed);
            }
        }
        String cut = cursor.substring(0, cursor.length() - 4);
        assertRejected(list + ", after: \"" + cut + "\") { totalCount }", "after: invalid cursor '" + cut + CURSOR_ADVICE, name);
    }

    @Test
    void malformedCursorIsRejected() {
        Map<String, List<Cursor>> forged = Map.of("hostings", forged("hostings by date", "2023-07-15", "a/b", "a/b/c/d", "a"), "timeline",
                forged("timeline by date", "2023-07-15", "a", "a/MEETING/b"), "search(text: \"Armenia\"",
                forged("search by score", "1.5", "a", "a/b"), "discrepancies",
                forged("discrepancies by record", "MEETING", "a", "a/b/c", "a/'"));
        for (String list : List.of("hostings", "timeline")) {
            forged.get(list).forEach(cursor -> assertRejected(list + "(last: 1, before: \"" + cursor.encode() + "\") { totalCount }",
                    "before: invalid cursor '" + cursor.encode() + CURSOR_ADVICE, list));
        }
        for (Cursor cursor : forged("encounters by meetings", "2", "a", "a/b/c", "a/'")) {
            assertRejected("encounters(after: \"" + cursor.encode() + "\") { totalCount }",
                    "after: invalid cursor '" + cursor.encode() + CURSOR_ADVICE, "encounters");
        }
        forged.forEach((list, cursors) -> cursors.forEach(cursor -> {
            String arguments = list.contains("(") ? list + ", " : list + "(";
            assertRejected(arguments + "after: \"" + cursor.encode() + "\") { totalCount }",
                    "after: invalid cursor '" + cursor.encode() + CURSOR_ADVICE, list.replaceAll("\\(.*", ""));
        }));
        for (Cursor cursor : forged("attestations of a source", "MEETING", "a", "a/1", "a/1/x", "a/1/99999999999")) {
            assertRejected(
                    "source(slug: \"russia-stresses-its-red-lines\") { attestations(after: \"" + cursor.encode() + "\") { totalCount } }",
                    "after: invalid cursor '" + cursor.encode() + CURSOR_ADVICE, "source", "attestations");
        }
    }

    /** Cursors with valid checksums. The first one has an invalid key. */
    private static List<Cursor> forged(String list, String key, String... slugs) {
        return Stream.concat(Stream.of(new Cursor(list, "soon", slugs[0])), Stream.of(slugs).map(slug -> new Cursor(list, key, slug)))
                .toList();
    }

    @Test
    void cursorsAndIdsWithNulAreRejected() {
        String cursor = new Cursor("meetings by date", "2023-07-15", "a\0").encode();
        assertRejected("meetings(after: \"" + cursor + "\") { totalCount }", "after: invalid cursor '" + cursor + CURSOR_ADVICE,
                "meetings");
        String id = new GlobalId("Actor", "\0").encode();
        assertRejected("node(id: \"" + id + "\") { id }", "Invalid id '" + id + "'; send an `id` returned by this service.", "node");
    }

    @Test
    void reversedRangeIsRejected() {
        String range = "{from: \"2023-12-31\", to: \"2023-01-01\"}";
        String message = "from (2023-12-31) is after to (2023-01-01); send the earlier date as from";
        for (String list : List.of("meetings", "statements", "agreements", "events", "positions", "hostings", "timeline")) {
            assertRejected(list + "(filter: {between: " + range + "}) { totalCount }", message, list);
        }
        assertRejected("figures(filter: {during: " + range + "}) { nodes { slug } }", message, "figures");
        assertRejected("mediationMatrix(filter: {between: " + range + "}) { nodes { meetings } }", message, "mediationMatrix");
        assertRejected("actor(slug: \"iran\") { attended(filter: {between: " + range + "}) { totalCount } }", message, "actor", "attended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-30", "2023-13-01", "soon", "2023", "", "2023-07-15T10:00:00Z", "2023-07-15T10:00:00"})
    void invalidDateIsRejected(String date) {
        assertRejected("meetings(filter: {between: {from: \"" + date + "\"}}) { totalCount }", "filter.between.from: '" + date + AS_DAY,
                "meetings");
        assertRejected("issue(slug: \"peace-treaty\") { standings(on: \"" + date + "\") { nodes { slug } } }", "on: '" + date + AS_DAY,
                "issue", "standings");
        assertRejected("actor(slug: \"armenia\") { officeHolders(on: \"" + date + "\") { title } }", "on: '" + date + AS_DAY, "actor",
                "officeHolders");
    }

    @Test
    void dateMustBeAString() {
        for (Object day : List.of(2023, 1.5, true, List.of(1), Map.of("year", 2023))) {
            JsonNode error = GraphQlClient
                    .ask("query($d: Date) { meetings(filter: {between: {from: $d}}) { totalCount } }", Map.of("d", day)).at("/errors/0");
            assertDate(error, "BAD_USER_INPUT");
        }
        assertDate(GraphQlClient.ask("{ meetings(filter: {between: {from: 2023}}) { totalCount } }").at("/errors/0"),
                "GRAPHQL_VALIDATION_FAILED");
    }

    private static void assertDate(JsonNode error, String code) {
        String message = error.get("message").asText();
        assertTrue(message.contains("not a valid Date; send a string \"YYYY-MM-DD\"") && !message.contains("SRGQL"), message);
        assertEquals(code, error.at("/extensions/code").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12345-01-01", "-0044-03-15", "0000-01-01"})
    void yearMustHaveFourDigits(String date) {
        String message = "date " + date + " is out of range; send a date from 0001-01-01 to 9999-12-31";
        assertRejected("events(filter: {between: {to: \"" + date + "\"}}) { totalCount }", message, "events");
        assertRejected("issue(slug: \"peace-treaty\") { standings(on: \"" + date + "\") { nodes { slug } } }", message, "issue",
                "standings");
        assertRejected("actor(slug: \"armenia\") { officeHolders(on: \"" + date + "\") { title } }", message, "actor", "officeHolders");
    }

    @Test
    void invalidIdIsRejected() {
        String message = "Invalid id 'armenia'; send an `id` returned by this service.";
        assertRejected("node(id: \"armenia\") { id }", message, "node");
        assertRejected("nodes(ids: [\"armenia\"]) { id }", message, "nodes", 0);
        String ofNoKind = new GlobalId("Planet", "armenia").encode();
        assertRejected("node(id: \"" + ofNoKind + "\") { id }", "Invalid id '" + ofNoKind + "'; send an `id` returned by this service.",
                "node");
        String unknown = new GlobalId("Actor", "nobody").encode();
        assertEquals("{\"node\":null,\"nodes\":[null]}",
                GraphQlClient.data("{ node(id: \"" + unknown + "\") { id } nodes(ids: [\"" + unknown + "\"]) { id } }").toString());
        List<String> many = Collections.nCopies(101, "\"" + unknown + "\"");
        assertRejected("nodes(ids: " + many + ") { id }", "ids has 101 ids; send at most 100", "nodes");
    }

    @Test
    void invalidIdInAListIsNullWithAnError() {
        String good = new GlobalId("Actor", "armenia").encode();
        String unknown = new GlobalId("Actor", "nobody").encode();
        List<String> ids = List.of(good, "bad", unknown, "\0", "", new GlobalId("Office", "baku").encode(), good, "bad");
        JsonNode answer = GraphQlClient.ask("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Actor { slug parts { slug } } } }",
                Map.of("ids", ids));
        List<Integer> bad = List.of(1, 3, 4, 5, 7);
        assertEquals(bad.size(), answer.get("errors").size(), answer::toString);
        for (int i = 0; i < bad.size(); i++) {
            JsonNode error = answer.at("/errors/" + i);
            assertEquals("[\"nodes\"," + bad.get(i) + "]", error.get("path").toString());
            assertEquals("Invalid id '" + ids.get(bad.get(i)) + "'; send an `id` returned by this service.", error.get("message").asText());
            assertEquals("BAD_USER_INPUT", error.at("/extensions/code").asText());
        }
        JsonNode alone = GraphQlClient.data("{ node(id: \"" + good + "\") { __typename ... on Actor { slug parts { slug } } } }")
                .get("node");
        for (int i = 0; i < ids.size(); i++) {
            assertEquals(ids.get(i).equals(good) ? alone : GraphQlClient.JSON.nullNode(), answer.at("/data/nodes/" + i));
        }
        assertFalse(alone.get("parts").isEmpty());
    }

    @Test
    void searchNeedsAWord() {
        for (String text : List.of("", " ", "&|!", "…")) {
            assertRejected("search(text: \"" + text + "\") { totalCount }",
                    "text: '" + text + "' contains no word to find; send at least one letter or digit", "search");
        }
    }

    @Test
    void searchHasAtMostTenWords() {
        String ten = "peace border treaty talks railway mines corridor summit mandate protocol";
        assertFalse(GraphQlClient.ask("{ search(text: \"" + ten + " peace\") { totalCount } }").has("errors"),
                "a repeated word counts once");
        assertRejected("search(text: \"" + ten + " envoy\") { totalCount }", "text: 11 words; send at most 10", "search");
        assertRejected("search(text: \"a b c d e of peace\") { totalCount }", "text: 6 words of one or two letters; send at most 5",
                "search");
    }

    @Test
    void timelineHasFourKinds() {
        assertRejected("timeline(filter: {types: [MEETING, ACTOR]}) { totalCount }",
                "types: the timeline contains only [MEETING, STATEMENT, AGREEMENT, EVENT]; send some of these, or omit it for all",
                "timeline");
    }

    @Test
    void textWithNulIsRejected() {
        assertRejected("actor(slug: \"a\\u0000\") { name }", "slug: the text contains the character U+0000; remove it", "actor");
        assertRejected("actors(filter: {text: \"a\\u0000\"}) { totalCount }",
                "filter.text: the text contains the character U+0000; remove it", "actors");
        assertRejected("meetings(filter: {hosts: [\"a\\u0000\"]}) { totalCount }",
                "filter.hosts: the text contains the character U+0000; remove it", "meetings");
    }

    @Test
    void emptyListIsAccepted() {
        assertFalse(GraphQlClient.ask("{ nodes(ids: []) { id } meetings(filter: {hosts: []}) { totalCount } }").has("errors"));
    }

    @Test
    void emptyListMatchesNothing() {
        for (String list : List.of("meetings(filter: {hosts: []})", "meetings(filter: {together: []})", "agreements(filter: {parties: []})",
                "agreements(filter: {allParties: []})")) {
            assertEquals(0, GraphQlClient.data("{ a: " + list + " { totalCount } }").at("/a/totalCount").asInt(), list);
        }
    }
}
