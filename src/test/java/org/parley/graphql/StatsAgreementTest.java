package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.graphql.EncounterModel.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statistics agree with lists, encounters, counterparts, the mediation matrix and plain models of paired values and changed stances. */
@QuarkusTest
class StatsAgreementTest {

    private static final String HELD = "statuses: [HELD]";
    private static final Set<String> PERIODS = Set.of("YEAR", "QUARTER", "MONTH");

    private static List<JsonNode> groups(String arguments) {
        return EncounterModel.all(arguments, "keys { value } count certain possible records(first: 50) { totalCount nodes { __typename "
                + "... on Meeting { slug } ... on Statement { slug } ... on Agreement { slug } ... on Event { slug } ... on Position { slug } } }");
    }

    private static String key(JsonNode group, int dimension) {
        return group.at("/keys/" + dimension + "/value").asText();
    }

    private static Set<String> slugs(JsonNode list) {
        Set<String> slugs = new TreeSet<>();
        list.forEach(node -> slugs.add(node.get("slug").asText()));
        return slugs;
    }

    /** Every dimension of every kind: each group opens into as many different records as it counts. */
    @ParameterizedTest
    @CsvSource({"Meeting, meetingStats", "Statement, statementStats", "Agreement, agreementStats", "Event, eventStats",
            "Position, positionStats"})
    void everyGroupOpensIntoItsRecords(String type, String stats) {
        int opened = 0;
        List<String> dimensions = ((graphql.schema.GraphQLEnumType) GraphQlClient.schema().getType(type + "Dimension")).getValues().stream()
                .map(value -> value.getName()).toList();
        for (int i = 0; i < dimensions.size(); i++) {
            String other = dimensions.get((i + 4) % dimensions.size());
            boolean periods = PERIODS.contains(dimensions.get(i)) && PERIODS.contains(other);
            for (String by : List.of(dimensions.get(i), periods ? other : dimensions.get(i) + ", " + other)) {
                for (JsonNode group : groups(stats + "(by: [" + by + "])")) {
                    assertEquals(group.get("count"), group.at("/records/totalCount"), () -> by + group);
                    assertEquals(Math.min(50, group.get("count").asInt()), slugs(group.at("/records/nodes")).size(), () -> by + group);
                    opened++;
                }
            }
        }
        assertTrue(opened > 20);
    }

    /** The meetings in which two actors took part are those of the group of one in the statistic of the meetings of the other. */
    @ParameterizedTest
    @CsvSource({"PERSON, PARTICIPANT", "PRINCIPAL, PRINCIPAL"})
    void encountersAreMeetingsTogether(String by, String dimension) {
        Map<String, JsonNode> known = new HashMap<>();
        int compared = 0;
        for (JsonNode pair : EncounterModel.all("encounters(by: " + by + ")",
                "actor { slug } counterpart { slug } meetings first { edtf } last { edtf } held(first: 100) { nodes { slug date { edtf } } }")) {
            String one = pair.at("/actor/slug").asText();
            String other = pair.at("/counterpart/slug").asText();
            JsonNode meetings = known.computeIfAbsent(one + other,
                    absent -> GraphQlClient.data(
                            format("""
                                    { page: meetingStats(filter: {%s, together: ["%s", "%s"]}, by: [STATUS]) { records nodes { count records(first: 50) { nodes {
                                        ... on Meeting { slug date { edtf } } } } } } }""",
                                    HELD, one, other))
                            .get("page"));
            assertEquals(pair.get("meetings"), meetings.get("records"), pair::toString);
            assertEquals(pair.get("meetings"), meetings.at("/nodes/0/count"), pair::toString);
            assertEquals(pair.at("/held/nodes"), meetings.at("/nodes/0/records/nodes"), pair::toString);
            assertEquals(pair.get("first"), meetings.at("/nodes/0/records/nodes/0/date"), pair::toString);
            compared++;
        }
        assertTrue(compared > 5);
        for (JsonNode group : groups("meetingStats(filter: {" + HELD + "}, by: [" + dimension + "])")) {
            if (!group.at("/keys/0/value").isNull()) {
                JsonNode alone = GraphQlClient
                        .data(format("{ meetings(filter: {%s, participants: [\"%s\"]}) { totalCount } }", HELD, key(group, 0)))
                        .at("/meetings/totalCount");
                assertEquals(alone, group.get("count"), group::toString);
            }
        }
    }

    /** A meeting of two principals is in both of their groups: each counterpart is bounded by the statistic of its meetings. */
    @ParameterizedTest
    @CsvSource({"PERSON, PARTICIPANT", "PRINCIPAL, PRINCIPAL"})
    void counterpartsAreGroupsOfTheActorsMeetings(String by, String dimension) {
        int compared = 0;
        for (String actor : List.of("armenia", "azerbaijan", "ilham-aliyev", "nikol-pashinyan", "vladimir-putin", "charles-michel")) {
            Map<String, JsonNode> groups = new HashMap<>();
            groups(format("meetingStats(filter: {%s, together: [\"%s\"]}, by: [%s])", HELD, actor, dimension))
                    .forEach(group -> groups.put(key(group, 0), group));
            for (JsonNode row : GraphQlClient.data(format("""
                    { actor(slug: "%s") { counterparts(by: %s, first: 100) { nodes { counterpart { slug } meetings
                        held(first: 100) { nodes { slug } } } } } }""", actor, by)).at("/actor/counterparts/nodes")) {
                JsonNode group = groups.get(row.at("/counterpart/slug").asText());
                Set<String> held = slugs(row.at("/held/nodes"));
                assertEquals(row.get("meetings").asInt(), held.size());
                assertTrue(slugs(group.at("/records/nodes")).containsAll(held), () -> actor + row + group);
                int together = GraphQlClient.data(format("{ meetings(filter: {%s, together: [\"%s\", \"%s\"]}) { totalCount } }", HELD,
                        actor, row.at("/counterpart/slug").asText())).at("/meetings/totalCount").asInt();
                assertEquals(together, held.size(), () -> actor + row);
                compared++;
            }
        }
        assertTrue(compared > 10);
    }

    /** A cell of the matrix counts meetings of the groups of its host or mediator with its leader, and all if no part of it mediated. */
    @Test
    void cellsAreAmongTheMediatorsMeetings() {
        Map<String, Set<String>> mediated = new TreeMap<>();
        for (String role : List.of("HOST", "MEDIATOR")) {
            groups("meetingStats(filter: {" + HELD + "}, by: [" + role + ", PARTICIPANT])")
                    .forEach(group -> mediated.computeIfAbsent(key(group, 0) + " " + key(group, 1), absent -> new TreeSet<>())
                            .addAll(slugs(group.at("/records/nodes"))));
        }
        int compared = 0;
        for (JsonNode cell : EncounterModel.all("mediationMatrix(by: PERSON)",
                "mediator { slug } leader { slug } meetings held(first: 100) { nodes { slug } }")) {
            String pair = cell.at("/mediator/slug").asText() + " " + cell.at("/leader/slug").asText();
            Set<String> held = slugs(cell.at("/held/nodes"));
            assertEquals(held.size(), cell.get("meetings").asInt(), pair);
            assertTrue(mediated.get(pair).containsAll(held), () -> pair + mediated.get(pair) + held);
            compared += mediated.get(pair).equals(held) ? 1 : 0;
        }
        assertTrue(compared > 3);
    }

    @Test
    void stancesArePairedWithTheirIssues() {
        Map<String, Set<String>> expected = new TreeMap<>();
        for (JsonNode statement : EncounterModel.all("statements", "slug issues { slug } points { stance issue { slug } }")) {
            Set<String> taken = new TreeSet<>();
            statement.get("points").forEach(point -> taken.add(point.at("/issue/slug").asText() + " " + point.get("stance").asText()));
            Set<String> issues = slugs(statement.get("issues"));
            statement.get("points").forEach(point -> issues.add(point.at("/issue/slug").asText()));
            issues.stream().filter(issue -> taken.stream().noneMatch(pair -> pair.startsWith(issue + " "))).toList()
                    .forEach(issue -> taken.add(issue + " null"));
            if (taken.isEmpty()) {
                taken.add("null null");
            }
            taken.forEach(pair -> expected.computeIfAbsent(pair, absent -> new TreeSet<>()).add(statement.get("slug").asText()));
        }
        assertPairs(expected, "statementStats", "ISSUE", "STANCE");
    }

    @Test
    void placesArePairedWithTheirCountries() {
        Map<String, Set<String>> expected = new TreeMap<>();
        for (JsonNode meeting : EncounterModel.all("meetings", "slug places { slug country { slug } }")) {
            Set<String> pairs = new TreeSet<>();
            meeting.get("places").forEach(place -> pairs.add(place.get("slug").asText() + " " + place.at("/country/slug").asText("null")));
            if (pairs.isEmpty()) {
                pairs.add("null null");
            }
            pairs.forEach(pair -> expected.computeIfAbsent(pair.replaceAll(" $", " null"), absent -> new TreeSet<>())
                    .add(meeting.get("slug").asText()));
        }
        assertPairs(expected, "meetingStats", "PLACE", "COUNTRY");
    }

    /** In both orders. */
    private static void assertPairs(Map<String, Set<String>> expected, String stats, String one, String other) {
        Map<String, Set<String>> found = new TreeMap<>();
        groups(stats + "(by: [" + one + ", " + other + "])")
                .forEach(group -> found.put(key(group, 0) + " " + key(group, 1), slugs(group.at("/records/nodes"))));
        assertEquals(expected, found);
        Map<String, Set<String>> reversed = new TreeMap<>();
        groups(stats + "(by: [" + other + ", " + one + "])")
                .forEach(group -> reversed.put(key(group, 1) + " " + key(group, 0), slugs(group.at("/records/nodes"))));
        assertEquals(expected, reversed);
        assertTrue(expected.size() > 4, expected::toString);
    }

    @Test
    void changedStancesAreThoseOfAModel() {
        String list = "positions%s";
        String fields = "slug stance actor { slug } issue { slug } date { earliest latest } previous { slug } daysSincePrevious { lowest highest }";
        List<JsonNode> positions = EncounterModel.all(format(list, ""), fields);
        Set<String> changed = new TreeSet<>();
        Set<String> same = new TreeSet<>();
        int preceded = 0;
        for (JsonNode position : positions) {
            List<JsonNode> before = new ArrayList<>();
            String last = positions.stream().filter(other -> sameHolder(other, position)).map(StatsAgreementTest::day)
                    .filter(day -> day.compareTo(day(position)) < 0 && !day(position).equals("none")).max(Comparator.naturalOrder())
                    .orElse(null);
            positions.stream().filter(other -> sameHolder(other, position) && day(other).equals(last)).forEach(before::add);
            before.sort(Comparator.comparing((JsonNode other) -> !other.get("stance").equals(position.get("stance")))
                    .thenComparing(other -> other.get("slug").asText()));
            assertEquals(before.isEmpty() ? "" : before.get(0).get("slug").asText(), position.at("/previous/slug").asText(""),
                    position::toString);
            assertEquals(before.isEmpty(), position.get("daysSincePrevious").isNull(), position::toString);
            preceded += before.isEmpty() ? 0 : 1;
            boolean changes = !before.isEmpty() && !before.get(0).get("stance").equals(position.get("stance"));
            (changes ? changed : same).add(position.get("slug").asText());
        }
        assertTrue(preceded > 5 && !changed.isEmpty(), changed::toString);
        assertEquals(changed, found("changesStance: true"));
        assertEquals(same, found("changesStance: false"));
        assertEquals(changed, found("not: {changesStance: false}"));
        JsonNode counted = GraphQlClient.data("{ positionStats(filter: {changesStance: true}, by: [STANCE]) { records } }");
        assertEquals(changed.size(), counted.at("/positionStats/records").asInt());
    }

    private static Set<String> found(String filter) {
        Set<String> slugs = new TreeSet<>();
        EncounterModel.all("positions(filter: {" + filter + "})", "slug").forEach(position -> slugs.add(position.get("slug").asText()));
        return slugs;
    }

    private static boolean sameHolder(JsonNode one, JsonNode other) {
        return one.get("actor").equals(other.get("actor")) && one.get("issue").equals(other.get("issue"));
    }

    /** Returns the day by which positions are sorted. */
    private static String day(JsonNode position) {
        String earliest = position.at("/date/earliest").asText("null");
        String day = earliest.equals("null") ? position.at("/date/latest").asText("null") : earliest;
        return day.equals("null") ? "none" : day;
    }

    /** Fields of one statement share it. */
    @Test
    void previousAndItsDaysAreOneStatement() {
        for (String list : List.of("meetings(first: 5)", "positions(first: 5)")) {
            String document = "{ " + list + " { nodes { previous { slug } %s } } }";
            assertEquals(GraphQlClient.statements(GraphQlClient.send(format(document, ""), Map.of())),
                    GraphQlClient.statements(GraphQlClient.send(format(document, "daysSincePrevious { lowest }"), Map.of())), list);
        }
        String two = "{ meetings(first: 5) { nodes { a: previous { slug } b: previous(together: [\"armenia\"]) { slug } } } }";
        String one = "{ meetings(first: 5) { nodes { a: previous { slug } } } }";
        assertTrue(
                GraphQlClient.statements(GraphQlClient.send(two, Map.of())) > GraphQlClient.statements(GraphQlClient.send(one, Map.of())));
    }
}
