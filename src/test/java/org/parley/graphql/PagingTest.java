package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paging through a list by its cursors returns each item once, in order, in both directions and with any page size. */
@QuarkusTest
class PagingTest {

    private static final String ID = "__typename ... on Node { id }";

    private static Stream<Paged> of(String around, String item, String... lists) {
        return Stream.of(lists).map(list -> new Paged(around, list, item));
    }

    private static String in(String parent) {
        return "{ " + parent + " { %s } }";
    }

    /** Lists in one order. */
    static Stream<Paged> inOneOrder() {
        return Stream
                .of(of("{ %s }", "actor { slug } counterpart { slug } meetings", "encounters(%s)", "encounters(by: PRINCIPAL, %s)"),
                        of("{ %s }", "field record { " + ID + " }", "discrepancies(%s)", "discrepancies(filter: {fields: [\"date\"]}, %s)"),
                        of("{ %s }", ID, "search(text: \"Lachin\", %s)", "search(text: \"Armenia\", types: [MEETING, EVENT], %s)"),
                        of("{ %s }", "id slug", "issues(%s)", "tracks(%s)", "sources(%s)", "figures(%s)"),
                        of("{ %s }", "slug recordType at", "changes(%s)", "changes(filter: {types: [MEETING, ACTOR]}, %s)"),
                        of(in("source(slug: \"russia-stresses-its-red-lines\")"), "field locator voice fragment record { " + ID + " }",
                                "attestations(%s)"),
                        of(in("actor(slug: \"russia\")"), ID, "signed(%s)"),
                        of(in("actor(slug: \"armenia\")"), "counterpart { slug } meetings first { edtf }", "counterparts(%s)",
                                "counterparts(by: PRINCIPAL, %s)", "counterparts(filter: {between: {from: \"2022-01-01\"}}, %s)"),
                        of(in("issue(slug: \"peace-treaty\")"), "actor { slug name } slug", "standings(%s)",
                                "standings(on: \"2023-12-31\", %s)"),
                        of("{ encounters(first: 1) { nodes { %s } } }", ID, "held(%s)"),
                        of("{ meetingStats(by: [YEAR], first: 1) { nodes { %s } } }", ID, "records(%s)"),
                        of("{ %s }", "mediator { slug } leader { slug } meeting { slug }", "hostings(%s)"),
                        of("{ %s }", "mediator { slug } leader { slug } meetings", "mediationMatrix(%s)",
                                "mediationMatrix(by: PRINCIPAL, %s)", "mediationMatrix(filter: {leaders: [\"armenia\"]}, %s)"))
                .flatMap(lists -> lists);
    }

    /** Lists in either order. */
    static Stream<Paged> inEitherOrder() {
        return Stream.of(
                of("{ %s }", ID, "timeline(%s)", "timeline(filter: {issues: [\"lachin-road\"]}, %s)",
                        "timeline(filter: {actors: [\"armenia\", \"azerbaijan\"]}, %s)",
                        "timeline(filter: {actors: [\"russia\", \"armenia\"], issues: [\"peace-treaty\"]}, %s)",
                        "timeline(filter: {actors: [\"armenia\"], between: {from: \"2021-01-01\", to: \"2022-12-31\"}}, %s)",
                        "timeline(filter: {issues: [\"peace-treaty\"], between: {from: \"2022-06-01\"}}, %s)",
                        "timeline(filter: {places: [\"moscow\", \"brussels\"]}, %s)", "timeline(filter: {text: \"Lachin\"}, %s)",
                        "timeline(filter: {actors: [\"armenia\"], sources: [\"russia-stresses-its-red-lines\"]}, %s)"),
                of("{ %s }", ID, "meetings(%s)", "statements(%s)", "agreements(%s)", "events(%s)", "positions(%s)",
                        "meetings(filter: {together: [\"armenia\", \"azerbaijan\"]}, %s)"),
                of(in("actor(slug: \"russia\")"), ID, "attended(%s)", "hosted(%s)", "mediated(%s)", "said(%s)", "addressed(%s)",
                        "attended(filter: {statuses: [HELD]}, %s)"),
                of(in("actor(slug: \"armenia\")"), ID, "positions(%s)"),
                of(in("issue(slug: \"peace-treaty\")"), ID, "meetings(%s)", "positions(%s)", "statements(%s)"),
                of(in("meeting(slug: \"brussels-2023-07-15\")"), ID, "statements(%s)", "statementsAfter(days: 30, %s)"),
                of(in("statement(slug: \"ministry-of-foreign-affairs-of-russia-statement-2023-07-15\")"), ID, "replies(%s)"),
                of(in("track(slug: \"moscow-track\")"), ID, "meetings(%s)")).flatMap(lists -> lists);
    }

    @ParameterizedTest
    @MethodSource("inOneOrder")
    void pagesInBothDirections(Paged list) {
        list.assertBothWays("");
    }

    @ParameterizedTest
    @MethodSource("inEitherOrder")
    void pagesInBothDirectionsAndOrders(Paged list) {
        assertEquals(reversed(list.assertBothWays("orderBy: DATE_ASC, ")), list.assertBothWays("orderBy: DATE_DESC, "));
    }

    @Test
    void figuresByMeasureThenTime() {
        List<String> keys = new Paged("{ %s }", "figures(%s)", "measure slug period { from { earliest } }").all("", 7).stream()
                .map(figure -> figure.get("measure").asText().toLowerCase(Locale.ROOT) + '\n'
                        + figure.at("/period/from/earliest").asText("z").replace("null", "z"))
                .toList();
        assertEquals(keys.stream().sorted().toList(), keys);
    }

    @Test
    void counterpartsAndCellsWithMostMeetingsFirst() {
        for (Paged list : List.of(new Paged(in("actor(slug: \"armenia\")"), "counterparts(%s)", "meetings"),
                new Paged("{ %s }", "mediationMatrix(%s)", "meetings"))) {
            List<Integer> meetings = list.all("", 2).stream().map(item -> item.get("meetings").asInt()).toList();
            assertEquals(meetings.stream().sorted(Comparator.reverseOrder()).toList(), meetings);
        }
    }

    @Test
    void actorsByName() {
        Paged actors = new Paged("{ %s }", "actors(%s)", "name slug");
        List<JsonNode> ascending = actors.assertWalks("orderBy: NAME_ASC, ");
        assertEquals(reversed(ascending), actors.assertWalks("orderBy: NAME_DESC, "));
        assertEquals(ascending, actors.backwards("orderBy: NAME_ASC, ", 7));
        List<String> names = ascending.stream().map(actor -> actor.get("name").asText().toLowerCase(Locale.ROOT)).toList();
        assertTrue(names.indexOf("armenia") < names.indexOf("azerbaijan") && names.indexOf("azerbaijan") < names.indexOf("bayramov"));
    }

    @ParameterizedTest
    @MethodSource("dated")
    void chronologically(String kind) {
        List<JsonNode> items = new Paged("{ %s }", kind + "(%s)", "slug date { earliest }").all("", 100);
        List<String> days = items.stream().filter(item -> !item.at("/date/earliest").isNull())
                .map(item -> item.at("/date/earliest").asText() + " " + item.get("slug").asText()).toList();
        assertEquals(days.stream().sorted().toList(), days);
    }

    static List<String> dated() {
        return List.of("meetings", "statements", "agreements", "events", "positions");
    }

    @Test
    void eachParentHasItsOwnPage() {
        String all = "{ tracks { nodes { slug meetings(%s) { totalCount nodes { slug } pageInfo { hasNextPage endCursor } } } } }";
        for (String page : List.of("first: 2", "last: 2", "first: 2, orderBy: DATE_DESC")) {
            for (JsonNode track : GraphQlClient.data(String.format(Locale.ROOT, all, page)).at("/tracks/nodes")) {
                String alone = String.format(Locale.ROOT,
                        "{ track(slug: %s) { slug meetings(%s) { totalCount nodes { slug } pageInfo { hasNextPage endCursor } } } }",
                        track.get("slug"), page);
                assertEquals(GraphQlClient.data(alone).get("track"), track, page);
            }
        }
    }

    @Test
    void listsOfMeetingsShareCursors() {
        Paged meetings = new Paged("{ %s }", "meetings(%s)", "slug");
        List<JsonNode> all = meetings.all("", 100);
        for (Paged other : List.of(new Paged(in("track(slug: \"moscow-track\")"), "meetings(%s)", "slug"),
                new Paged(in("actor(slug: \"vladimir-putin\")"), "hosted(%s)", "slug"),
                new Paged(in("actor(slug: \"azerbaijan\")"), "attended(%s)", "slug"),
                new Paged(in("issue(slug: \"peace-treaty\")"), "meetings(%s)", "slug"))) {
            List<JsonNode> items = other.all("", 100);
            assertTrue(items.size() > 1 && all.containsAll(items));
            for (JsonNode edge : meetings.page("first: 100").get("edges")) {
                List<JsonNode> later = all.subList(all.indexOf(edge.get("node")) + 1, all.size());
                assertEquals(items.stream().filter(later::contains).toList(),
                        Paged.nodes(other.page("first: 100, after: " + edge.get("cursor"))), () -> other + " behind " + edge);
            }
        }
    }

    @Test
    void pagesBetweenTwoCursors() {
        for (String list : List.of("meetings(%s)", "timeline(%s)", "hostings(%s)")) {
            assertPagesBetweenTwoCursors(new Paged("{ %s }", list, "__typename"));
        }
    }

    private static void assertPagesBetweenTwoCursors(Paged list) {
        JsonNode edges = list.page("first: 10").get("edges");
        JsonNode between = list.page("after: " + edges.at("/1/cursor") + ", before: " + edges.at("/6/cursor"));
        assertEquals(cursors(edges).subList(2, 6), cursors(between.get("edges")), list::toString);
    }

    private static List<JsonNode> cursors(JsonNode edges) {
        List<JsonNode> cursors = new ArrayList<>();
        edges.forEach(edge -> cursors.add(edge.get("cursor")));
        return cursors;
    }

    @ParameterizedTest
    @ValueSource(strings = {"search(text: \"Armenia\")", "timeline", "hostings", "discrepancies", "meetings"})
    void listIsCountedOnce(String list) {
        Response once = GraphQlClient.send("{ " + list + " { totalCount } }", Map.of());
        Response twice = GraphQlClient.send("{ " + list + " { a: totalCount b: totalCount } }", Map.of());
        assertEquals(GraphQlClient.statements(once), GraphQlClient.statements(twice));
    }

    private static List<JsonNode> reversed(List<JsonNode> items) {
        List<JsonNode> reversed = new ArrayList<>(items);
        Collections.reverse(reversed);
        return reversed;
    }
}
