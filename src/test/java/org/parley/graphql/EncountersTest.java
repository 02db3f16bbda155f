package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.graphql.EncounterModel.format;
import static org.parley.graphql.EncounterModel.slugs;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Encounters and the mediation matrix count the meetings that the lists of meetings and hostings contain, at both levels. */
@QuarkusTest
class EncountersTest {

    private static final String COUNTED = "meetings first { edtf } last { edtf } held(first: 100) { totalCount nodes { slug date { edtf } } }";

    /** Asserts that number, first and last describe the listed meetings. */
    private static void assertCounted(JsonNode row, Set<String> meetings) {
        JsonNode held = row.get("held");
        assertEquals(meetings, slugs(held), row::toString);
        assertEquals(meetings.size(), held.get("nodes").size(), row::toString);
        assertEquals(meetings.size(), row.get("meetings").asInt(), row::toString);
        assertEquals(meetings.size(), held.get("totalCount").asInt(), row::toString);
        assertEquals(held.at("/nodes/0/date"), row.get("first"), row::toString);
        assertEquals(held.get("nodes").get(meetings.size() - 1).get("date"), row.get("last"), row::toString);
    }

    private static List<JsonNode> encounters(String by) {
        return EncounterModel.all("encounters(by: " + by + ")", "actor { slug } counterpart { slug } " + COUNTED);
    }

    private static String slug(JsonNode row, String field) {
        return row.get(field).get("slug").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PERSON", "PRINCIPAL"})
    void encountersAreThoseOfAPlainModel(String by) {
        Map<String, Set<String>> expected = new EncounterModel().encounters(by);
        List<JsonNode> rows = encounters(by);
        assertEquals(expected.keySet(), rows.stream().map(row -> slug(row, "actor") + " " + slug(row, "counterpart"))
                .collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(expected.size(), rows.size(), "each pair once");
        rows.forEach(row -> assertCounted(row, expected.get(slug(row, "actor") + " " + slug(row, "counterpart"))));
        List<JsonNode> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing((JsonNode row) -> -row.get("meetings").asInt()).thenComparing(row -> slug(row, "actor"))
                .thenComparing(row -> slug(row, "counterpart")));
        assertEquals(sorted, rows);
        assertTrue(rows.size() > 5, "too few pairs to compare");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PERSON", "PRINCIPAL"})
    void counterpartsAreThoseOfAPlainModel(String by) {
        EncounterModel model = new EncounterModel();
        int compared = 0;
        for (String actor : model.actors()) {
            JsonNode page = GraphQlClient.data(format("""
                    { actor(slug: "%s") { counterparts(by: %s, first: 100) { totalCount nodes {
                        actor { slug } counterpart { slug } %s } } } }""", actor, by, COUNTED)).at("/actor/counterparts");
            Map<String, Set<String>> expected = model.counterparts(actor, by);
            Map<String, Set<String>> found = new TreeMap<>();
            page.get("nodes").forEach(row -> {
                assertEquals(actor, slug(row, "actor"));
                found.put(slug(row, "counterpart"), slugs(row.get("held")));
                assertCounted(row, expected.getOrDefault(slug(row, "counterpart"), Set.of()));
            });
            assertEquals(expected, found, actor);
            assertEquals(expected.size(), page.get("totalCount").asInt(), actor);
            compared += found.size();
        }
        assertTrue(compared > 10, "too few counterparts to compare");
    }

    /** All pairs of actors that met anyone, whether they met one another or not. */
    @Test
    void pairsOfTheModelAreTheMeetingsTogether() {
        EncounterModel model = new EncounterModel();
        List<String> actors = model.actors().stream().filter(actor -> !model.together(actor, actor).isEmpty()).toList();
        List<String> pairs = IntStream.range(0, actors.size()).boxed()
                .flatMap(i -> IntStream.range(i + 1, actors.size()).mapToObj(j -> actors.get(i) + " " + actors.get(j))).toList();
        for (int from = 0; from < pairs.size(); from += 20) {
            List<String> some = pairs.subList(from, Math.min(from + 20, pairs.size()));
            JsonNode data = GraphQlClient.data(IntStream.range(0, some.size()).mapToObj(i -> {
                String[] pair = some.get(i).split(" ");
                return format("p%d: meetings(first: 100, filter: {together: [\"%s\", \"%s\"], statuses: [HELD]}) { nodes { slug } }", i,
                        pair[0], pair[1]);
            }).collect(Collectors.joining(" ", "{ ", " }")));
            for (int i = 0; i < some.size(); i++) {
                String[] pair = some.get(i).split(" ");
                assertEquals(model.together(pair[0], pair[1]), slugs(data.get("p" + i)), some.get(i));
            }
        }
        assertTrue(pairs.size() > 20, "too few pairs to compare");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PERSON", "PRINCIPAL"})
    void cellsCountTheirHostings(String by) {
        EncounterModel model = new EncounterModel();
        Map<String, Set<String>> expected = new TreeMap<>();
        for (JsonNode hosting : EncounterModel.all("hostings(filter: {statuses: [HELD]})", """
                mediator { slug } onBehalfOf { slug } leader { slug }
                meeting { slug participations { actor { slug } onBehalfOf { slug } } }""")) {
            String mediator = slug(hosting, "mediator");
            String leader = slug(hosting, "leader");
            if (by.equals("PRINCIPAL")) {
                mediator = model.principal(hosting.get("onBehalfOf").isNull() ? mediator : slug(hosting, "onBehalfOf"));
                leader = model.principal(actedFor(hosting.at("/meeting/participations"), leader));
            }
            if (!mediator.equals(leader)) {
                expected.computeIfAbsent(mediator + " " + leader, absent -> new TreeSet<>()).add(hosting.at("/meeting/slug").asText());
            }
        }
        List<JsonNode> cells = EncounterModel.all("mediationMatrix(by: " + by + ")", "mediator { slug } leader { slug } " + COUNTED);
        assertEquals(expected.keySet(),
                cells.stream().map(cell -> slug(cell, "mediator") + " " + slug(cell, "leader")).collect(Collectors.toSet()));
        assertEquals(expected.size(), cells.size(), "each pair once");
        cells.forEach(cell -> {
            assertCounted(cell, expected.get(slug(cell, "mediator") + " " + slug(cell, "leader")));
            Set<String> hosted = new TreeSet<>();
            EncounterModel.all(format("hostings(filter: {statuses: [HELD], mediators: [\"%s\"], leaders: [\"%s\"]})",
                    slug(cell, "mediator"), slug(cell, "leader")), "meeting { slug }")
                    .forEach(hosting -> hosted.add(hosting.at("/meeting/slug").asText()));
            assertEquals(hosted, slugs(cell.get("held")), cell::toString);
        });
    }

    private static String actedFor(JsonNode participations, String actor) {
        for (JsonNode part : participations) {
            if (slug(part, "actor").equals(actor) && !part.get("onBehalfOf").isNull()) {
                return slug(part, "onBehalfOf");
            }
        }
        return actor;
    }

    @Test
    void filtersApplyToTheCountedMeetings() {
        int compared = 0;
        for (String filter : List.of("between: {from: \"2016-10-01\"}", "between: {to: \"2020-12-31\"}", "hasHost: true",
                "media: [PHONE]")) {
            for (JsonNode row : EncounterModel.all("encounters(filter: {" + filter + "}, by: PRINCIPAL)",
                    "actor { slug } counterpart { slug } " + COUNTED)) {
                JsonNode meetings = GraphQlClient.data(format("""
                        { meetings(first: 100, filter: {statuses: [HELD], together: ["%s", "%s"], %s}) { nodes { slug } } }""",
                        slug(row, "actor"), slug(row, "counterpart"), filter)).get("meetings");
                assertCounted(row, slugs(meetings));
                compared++;
            }
        }
        assertTrue(compared > 3, "too few pairs to compare");
        assertEquals(List.of(), EncounterModel.all("encounters(filter: {statuses: [PROPOSED]})", "meetings"));
    }

    /** Rows of several lists, each with a filter of its own, are resolved together. */
    @Test
    void heldKeepsTheFilterOfItsList() {
        String row = "actor { slug } counterpart { slug } held(first: 100) { nodes { slug } }";
        String early = "encounters(filter: {between: {to: \"2020-12-31\"}}) { nodes { " + row + " } }";
        String late = "encounters(filter: {between: {from: \"2021-01-01\"}}) { nodes { " + row + " } }";
        JsonNode both = GraphQlClient.data("{ early: " + early + " late: " + late + " }");
        assertEquals(GraphQlClient.data("{ early: " + early + " }").get("early"), both.get("early"));
        assertEquals(GraphQlClient.data("{ late: " + late + " }").get("late"), both.get("late"));
    }

    /** The total belongs to the whole list: also on a page behind its end, and without a statement of its own on all others. */
    @ParameterizedTest
    @ValueSource(strings = {"PERSON", "PRINCIPAL"})
    void totalsAreThoseOfTheWholeList(String by) {
        int total = new EncounterModel().encounters(by).size();
        String after = "";
        for (int read = 0; read < total; read += 100) {
            JsonNode rows = GraphQlClient.data(format("""
                    { encounters(by: %s, first: 100%s) { totalCount edges { cursor } } }""", by, after)).get("encounters");
            assertEquals(total, rows.get("totalCount").asInt());
            after = ", after: " + rows.get("edges").get(rows.get("edges").size() - 1).get("cursor");
        }
        JsonNode behind = GraphQlClient.data(format("{ encounters(by: %s, first: 100%s) { totalCount nodes { meetings } } }", by, after))
                .get("encounters");
        assertEquals(total, behind.get("totalCount").asInt());
        assertEquals(0, behind.get("nodes").size());
        String list = "{ encounters(by: " + by + ") { %s nodes { meetings held { %1$s nodes { slug } } } } }";
        assertEquals(GraphQlClient.statements(GraphQlClient.send(format(list, ""), Map.of())),
                GraphQlClient.statements(GraphQlClient.send(format(list, "totalCount"), Map.of())));
    }

    /** One statement for the held meetings of all rows, however many there are. */
    @Test
    void heldIsReadInOneStatement() {
        String list = "{ encounters(first: %d) { nodes { held { nodes { slug } } } } mediationMatrix(first: %d) { nodes { held { nodes { slug } } } } }";
        int one = GraphQlClient.statements(GraphQlClient.send(format(list, 1, 1), Map.of()));
        assertEquals(one, GraphQlClient.statements(GraphQlClient.send(format(list, 20, 3), Map.of())));
    }
}
