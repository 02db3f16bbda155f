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

/** What cannot be answered says what to send instead, where it stands, and leaves the rest of the query alone. */
@QuarkusTest
class BadInputTest {

    private static final String TO_100 = "; send 1 to 100, or leave it out for 20";
    private static final String AS_DAY = "' is no day of the calendar; send one as YYYY-MM-DD";
    private static final String NO_CURSOR = "' is no cursor; send one as `pageInfo` or an edge gave it, or leave it out to begin at the start";

    /** Asks for a field beside another; the path of the error is the way to the field. */
    private static void assertRefused(String field, String message, Object... path) {
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
    void anUnknownSlugIsNoError() {
        for (String one : List.of("actor", "meeting", "statement", "agreement", "event", "issue", "track", "source")) {
            assertEquals("{\"" + one + "\":null}", GraphQlClient.data("{ " + one + "(slug: \"nobody\") { slug } }").toString());
        }
        for (String many : List.of("meetings(filter: {hosts: [\"nobody\"]})", "statements(filter: {issues: [\"nobody\"]})",
                "agreements(filter: {parties: [\"nobody\"]})", "events(filter: {places: [\"nobody\"]})",
                "positions(filter: {actors: [\"nobody\"]})", "actors(filter: {partOf: [\"nobody\"]})",
                "hostings(filter: {tracks: [\"nobody\"]})", "timeline(filter: {actors: [\"nobody\"]})")) {
            JsonNode page = GraphQlClient.data("{ a: " + many + " { totalCount edges { cursor } } }");
            assertEquals("{\"totalCount\":0,\"edges\":[]}", page.get("a").toString(), many);
        }
        assertEquals("[]",
                GraphQlClient.data("{ figures(filter: {of: [\"nobody\"]}) { nodes { slug } } }").at("/figures/nodes").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "pe", "\u0436", "EU", "a b", "%%%", "a-b-c", "..."})
    void aTextFilterHasThreeLettersOrDigitsInARow(String text) {
        for (String list : List.of("actors", "meetings", "statements", "agreements", "events")) {
            assertRefused(list + "(filter: {text: \"" + text + "\"}) { totalCount }",
                    "text: '" + text
                            + "' is too short; send three letters or digits in a row at least, or use search, which finds shorter words",
                    list);
        }
        assertRefused("figures(filter: {measure: \"" + text + "\"}) { totalCount }",
                "measure: '" + text
                        + "' is too short; send three letters or digits in a row at least, or use search, which finds shorter words",
                "figures");
        for (String enough : List.of("peace", "2020", "\u0939\u093f\u0928\u094d\u0926\u0940", "a\u0301b\u0301c")) {
            assertTrue(GraphQlClient.data("{ meetings(filter: {text: \"" + enough + "\"}) { totalCount } }").at("/meetings/totalCount")
                    .isInt());
        }
    }

    @Test
    void aFilterHasAtMostAThousandValues() {
        Map<String, List<String>> lists = Map.of("meetings", List.of("places", "participants", "hosts", "tracks", "issues", "sources"),
                "statements", List.of("issues"), "events", List.of("places"), "agreements", List.of("parties"), "timeline",
                List.of("actors", "issues"), "hostings", List.of("mediators", "leaders"));
        lists.forEach((list, filters) -> filters.forEach(filter -> {
            String values = Stream.generate(() -> "\"nobody\"").limit(1001).collect(Collectors.joining(", "));
            assertRefused(list + "(filter: {" + filter + ": [" + values + "]}) { edges { cursor } }",
                    filter + ": it has 1001 values; send 1000 at most", list);
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void aPageHasOneToAHundredItems(int size) {
        for (String list : List.of("actors", "meetings", "statements", "agreements", "events", "positions")) {
            assertRefused(list + "(first: " + size + ") { totalCount }", "first is " + size + TO_100, list);
            assertRefused(list + "(last: " + size + ") { totalCount }", "last is " + size + TO_100, list);
        }
        for (String list : List.of("hostings", "timeline", "discrepancies")) {
            assertRefused(list + "(first: " + size + ") { totalCount }", "first is " + size + TO_100, list);
        }
        assertRefused("search(text: \"a\", first: " + size + ") { totalCount }", "first is " + size + TO_100, "search");
    }

    @Test
    void aNestedPageIsHeldToTheSame() {
        assertRefused("actor(slug: \"russia\") { hosted(first: 0) { totalCount } }", "first is 0" + TO_100, "actor", "hosted");
        assertRefused("actor(slug: \"russia\") { counterparts(first: 101) { nodes { meetings } } }", "first is 101" + TO_100, "actor",
                "counterparts");
        assertRefused("issue(slug: \"peace-treaty\") { positions(first: -1) { totalCount } }", "first is -1" + TO_100, "issue",
                "positions");
        JsonNode answer = GraphQlClient.ask("{ actor(slug: \"russia\") { name bad: hosted(first: 0) { totalCount nodes { slug } }"
                + " good: hosted(first: 1) { nodes { slug } } } }");
        assertEquals("[\"actor\",\"bad\"]", answer.at("/errors/0/path").toString());
        assertEquals("Russia", answer.at("/data/actor/name").asText());
        assertEquals("{\"totalCount\":0,\"nodes\":[]}", answer.at("/data/actor/bad").toString());
        assertEquals(1, answer.at("/data/actor/good/nodes").size());
    }

    @Test
    void firstAndLastExcludeEachOther() {
        String message = "first and last cannot go together: send first to page forwards, last to page backwards";
        assertRefused("meetings(first: 1, last: 1) { totalCount }", message, "meetings");
        assertRefused("actor(slug: \"russia\") { said(first: 1, last: 1) { totalCount } }", message, "actor", "said");
    }

    @Test
    void aCursorIsOneThatThisListGave() {
        assertRefused("meetings(after: \"broken!\") { totalCount }", "after: 'broken!" + NO_CURSOR, "meetings");
        assertRefused("meetings(last: 1, before: \"\") { totalCount }", "before: '" + NO_CURSOR, "meetings");
        String ofActors = cursor("actors(first: 1)");
        assertRefused("meetings(after: \"" + ofActors + "\") { totalCount }",
                "after: '" + ofActors
                        + "' is a cursor of another list (actors by name); send a cursor that this list (meetings by date) gave",
                "meetings");
        assertRefused("track(slug: \"moscow-track\") { meetings(after: \"" + ofActors + "\") { totalCount } }",
                "after: '" + ofActors
                        + "' is a cursor of another list (actors by name); send a cursor that this list (meetings by date) gave",
                "track", "meetings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"meetings(first: 1", "hostings(first: 1", "timeline(first: 1", "discrepancies(first: 1",
            "search(text: \"Armenia\", first: 1"})
    void aCursorThatWasChangedIsKnown(String list) {
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
        assertRefused(list + ", after: \"" + cut + "\") { totalCount }", "after: '" + cut + NO_CURSOR, name);
    }

    @Test
    void aCursorOfAnotherFormIsKnown() {
        Map<String, List<Cursor>> forged = Map.of("hostings", forged("hostings by date", "2023-07-15", "a/b", "a/b/c/d", "a"), "timeline",
                forged("timeline by date", "2023-07-15", "a", "a/MEETING/b"), "search(text: \"Armenia\"",
                forged("search by fit", "1.5", "a", "a/b"), "discrepancies",
                forged("discrepancies by record", "MEETING", "a", "a/b/c", "a/'"));
        forged.forEach((list, cursors) -> cursors.forEach(cursor -> {
            String arguments = list.contains("(") ? list + ", " : list + "(";
            assertRefused(arguments + "after: \"" + cursor.encode() + "\") { totalCount }", "after: '" + cursor.encode() + NO_CURSOR,
                    list.replaceAll("\\(.*", ""));
        }));
        for (Cursor cursor : forged("attestations of a source", "MEETING", "a", "a/1", "a/1/x", "a/1/99999999999")) {
            assertRefused(
                    "source(slug: \"russia-stresses-its-red-lines\") { attestations(after: \"" + cursor.encode() + "\") { totalCount } }",
                    "after: '" + cursor.encode() + NO_CURSOR, "source", "attestations");
        }
    }

    /** Cursors with good checksums; the first of them has a key of no form at all. */
    private static List<Cursor> forged(String list, String key, String... slugs) {
        return Stream.concat(Stream.of(new Cursor(list, "soon", slugs[0])), Stream.of(slugs).map(slug -> new Cursor(list, key, slug)))
                .toList();
    }

    @Test
    void noCursorAndNoIdHoldsNul() {
        String cursor = new Cursor("meetings by date", "2023-07-15", "a\0").encode();
        assertRefused("meetings(after: \"" + cursor + "\") { totalCount }", "after: '" + cursor + NO_CURSOR, "meetings");
        String id = new GlobalId("Actor", "\0").encode();
        assertRefused("node(id: \"" + id + "\") { id }", "'" + id + "' is no id of this service; send one that it gave as `id`", "node");
    }

    @Test
    void aRangeHoldsADay() {
        String range = "{from: \"2023-12-31\", to: \"2023-01-01\"}";
        String message = "no day lies between 2023-12-31 and 2023-01-01; send the earlier day as from";
        for (String list : List.of("meetings", "statements", "agreements", "events", "positions", "hostings", "timeline")) {
            assertRefused(list + "(filter: {between: " + range + "}) { totalCount }", message, list);
        }
        assertRefused("figures(filter: {during: " + range + "}) { nodes { slug } }", message, "figures");
        assertRefused("mediationMatrix(filter: {between: " + range + "}) { nodes { meetings } }", message, "mediationMatrix");
        assertRefused("actor(slug: \"iran\") { attended(filter: {between: " + range + "}) { totalCount } }", message, "actor", "attended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-30", "2023-13-01", "soon", "2023", "", "2023-07-15T10:00:00Z", "2023-07-15T10:00:00"})
    void aDateIsADayOfTheCalendar(String date) {
        assertRefused("meetings(filter: {between: {from: \"" + date + "\"}}) { totalCount }", "filter.between.from: '" + date + AS_DAY,
                "meetings");
        assertRefused("issue(slug: \"peace-treaty\") { standings(on: \"" + date + "\") { nodes { slug } } }", "on: '" + date + AS_DAY,
                "issue", "standings");
        assertRefused("actor(slug: \"armenia\") { officeHolders(on: \"" + date + "\") { title } }", "on: '" + date + AS_DAY, "actor",
                "officeHolders");
    }

    @Test
    void aDateIsAText() {
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
        assertTrue(message.contains("a Date is a text; send a day as \"YYYY-MM-DD\"") && !message.contains("SRGQL"), message);
        assertEquals(code, error.at("/extensions/code").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12345-01-01", "-0044-03-15", "0000-01-01"})
    void aDateHasAYearOfFourDigits(String date) {
        String message = "the year of " + date + " is not kept; send a day from 0001-01-01 to 9999-12-31";
        assertRefused("events(filter: {between: {to: \"" + date + "\"}}) { totalCount }", message, "events");
        assertRefused("issue(slug: \"peace-treaty\") { standings(on: \"" + date + "\") { nodes { slug } } }", message, "issue",
                "standings");
        assertRefused("actor(slug: \"armenia\") { officeHolders(on: \"" + date + "\") { title } }", message, "actor", "officeHolders");
    }

    @Test
    void anIdIsOneThatTheServiceGave() {
        String message = "'armenia' is no id of this service; send one that it gave as `id`";
        assertRefused("node(id: \"armenia\") { id }", message, "node");
        assertRefused("nodes(ids: [\"armenia\"]) { id }", message, "nodes", 0);
        String ofNoKind = new GlobalId("Planet", "armenia").encode();
        assertRefused("node(id: \"" + ofNoKind + "\") { id }", "'" + ofNoKind + "' is no id of this service; send one that it gave as `id`",
                "node");
        String unknown = new GlobalId("Actor", "nobody").encode();
        assertEquals("{\"node\":null,\"nodes\":[null]}",
                GraphQlClient.data("{ node(id: \"" + unknown + "\") { id } nodes(ids: [\"" + unknown + "\"]) { id } }").toString());
        List<String> many = Collections.nCopies(101, "\"" + unknown + "\"");
        assertRefused("nodes(ids: " + many + ") { id }", "ids has 101 ids; send at most 100", "nodes");
    }

    @Test
    void aBadIdAmongGoodOnesIsNullWithAnError() {
        String good = new GlobalId("Actor", "armenia").encode();
        String unknown = new GlobalId("Actor", "nobody").encode();
        List<String> ids = List.of(good, "bad", unknown, "\0", "", new GlobalId("Place", "baku").encode(), good, "bad");
        JsonNode answer = GraphQlClient.ask("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Actor { slug parts { slug } } } }",
                Map.of("ids", ids));
        List<Integer> bad = List.of(1, 3, 4, 5, 7);
        assertEquals(bad.size(), answer.get("errors").size(), answer::toString);
        for (int i = 0; i < bad.size(); i++) {
            JsonNode error = answer.at("/errors/" + i);
            assertEquals("[\"nodes\"," + bad.get(i) + "]", error.get("path").toString());
            assertEquals("'" + ids.get(bad.get(i)) + "' is no id of this service; send one that it gave as `id`",
                    error.get("message").asText());
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
    void aSearchHasAWord() {
        for (String text : List.of("", " ", "&|!", "…")) {
            assertRefused("search(text: \"" + text + "\") { totalCount }",
                    "text: there is no word in '" + text + "'; send at least one letter or digit", "search");
        }
    }

    @Test
    void aSearchHasTwentyWordsAtMost() {
        assertFalse(GraphQlClient.ask("{ search(text: \"" + "peace ".repeat(20) + "\") { totalCount } }").has("errors"));
        assertRefused("search(text: \"" + "peace ".repeat(21) + "\") { totalCount }", "text: it has 21 words; send 20 at most", "search");
    }

    @Test
    void theTimelineHoldsFourKinds() {
        assertRefused("timeline(filter: {types: [MEETING, ACTOR]}) { totalCount }",
                "types: the timeline holds [MEETING, STATEMENT, AGREEMENT, EVENT]; send some of these, or leave it out for all",
                "timeline");
    }

    @Test
    void noTextHoldsNul() {
        assertRefused("actor(slug: \"a\\u0000\") { name }", "slug: the text holds the character U+0000; send it without", "actor");
        assertRefused("actors(filter: {text: \"a\\u0000\"}) { totalCount }",
                "filter.text: the text holds the character U+0000; send it without", "actors");
        assertRefused("meetings(filter: {hosts: [\"a\\u0000\"]}) { totalCount }",
                "filter.hosts: the text holds the character U+0000; send it without", "meetings");
    }

    @Test
    void aListMayBeEmpty() {
        assertFalse(GraphQlClient.ask("{ nodes(ids: []) { id } meetings(filter: {hosts: []}) { totalCount } }").has("errors"));
    }

    @Test
    void anEmptyListFindsNothing() {
        for (String list : List.of("meetings(filter: {hosts: []})", "meetings(filter: {together: []})", "agreements(filter: {parties: []})",
                "agreements(filter: {allParties: []})")) {
            assertEquals(0, GraphQlClient.data("{ a: " + list + " { totalCount } }").at("/a/totalCount").asInt(), list);
        }
    }
}
