package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Grouped counts agree with the filtered lists of records, add up, and lie between their bounds. */
@QuarkusTest
class StatsTest {

    private static final String GROUP = "keys { dimension value label } count certain possible";
    private static final Set<String> PERIODS = Set.of("YEAR", "QUARTER", "MONTH");
    /** Conditions on the values of dimensions. */
    private static final Map<String, String> CONDITIONS = Map.ofEntries(Map.entry("HOST", "hosts: [\"%s\"]"),
            Map.entry("HOST_PRINCIPAL", "hosts: [\"%s\"]"), Map.entry("MEDIATOR", "mediators: [\"%s\"]"),
            Map.entry("MEDIATOR_PRINCIPAL", "mediators: [\"%s\"]"), Map.entry("PARTICIPANT", "participants: [\"%s\"]"),
            Map.entry("PRINCIPAL", "participants: [\"%s\"]"), Map.entry("PLACE", "places: [\"%s\"]"),
            Map.entry("COUNTRY", "countries: [\"%s\"]"), Map.entry("TRACK", "tracks: [\"%s\"]"), Map.entry("ISSUE", "issues: [\"%s\"]"),
            Map.entry("SOURCE", "sources: [\"%s\"]"), Map.entry("KIND", "kinds: [%s]"), Map.entry("LEVEL", "levels: [%s]"),
            Map.entry("MEDIUM", "media: [%s]"), Map.entry("STATUS", "statuses: [%s]"), Map.entry("SPEAKER", "speakers: [\"%s\"]"),
            Map.entry("ADDRESSEE", "addressees: [\"%s\"]"), Map.entry("STANCE", "stances: [%s]"), Map.entry("FORM", "forms: [%s]"),
            Map.entry("ANSWERED", "isAnswered: %s"), Map.entry("PARTY", "parties: [\"%s\"]"), Map.entry("ACTOR", "actors: [\"%s\"]"),
            Map.entry("VOICE", "voices: [%s]"));
    private static final List<String> FILTERS = List.of("statuses: [HELD]", "hasHost: true", "hasMediator: false",
            "participants: [\"armenia\"]", "places: [\"brussels\"]", "inferred: true", "inferred: false", "issues: [\"peace-treaty\"]",
            "between: {from: \"2021-03-01\"}", "between: {to: \"2023-07-15\", match: OVERLAPS}", "levels: [LEADERS]",
            "tracks: [\"brussels-track\"]", "not: {kinds: [CALL]}", "or: [{media: [PHONE]}, {hosts: [\"russia\"]}]",
            "countries: [\"russia\"]", "hasPlace: false");

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }

    /** Returns the names of the values of a kind's enumeration. */
    private static List<String> dimensions(String type) {
        return ((graphql.schema.GraphQLEnumType) GraphQlClient.schema().getType(type + "Dimension")).getValues().stream()
                .map(value -> value.getName()).toList();
    }

    private static List<JsonNode> groups(String arguments) {
        return EncounterModel.all(arguments, GROUP);
    }

    private static int sum(List<JsonNode> groups, String field) {
        return groups.stream().mapToInt(group -> group.get(field).asInt()).sum();
    }

    private static JsonNode value(JsonNode group) {
        return group.at("/keys/0/value");
    }

    private static void assertBounds(List<JsonNode> groups) {
        for (JsonNode group : groups) {
            assertTrue(group.get("certain").asInt() <= group.get("count").asInt(), group::toString);
            assertTrue(group.get("count").asInt() <= group.get("possible").asInt(), group::toString);
            assertTrue(group.get("possible").asInt() > 0, group::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({"Meeting, meetings, meetingStats", "Statement, statements, statementStats", "Agreement, agreements, agreementStats",
            "Event, events, eventStats", "Position, positions, positionStats"})
    void groupsAreThoseOfFilteredPages(String type, String list, String stats) {
        int total = GraphQlClient.data(format("{ %s { totalCount } }", list)).at("/" + list + "/totalCount").asInt();
        assertTrue(total > 3, list);
        for (String by : dimensions(type)) {
            List<JsonNode> groups = groups(stats + "(by: [" + by + "])");
            assertBounds(groups);
            assertTrue(sum(groups, "count") >= total, () -> by + groups);
            if (PERIODS.contains(by) || Set.of("KIND", "STATUS", "TRACK", "FORM", "ANSWERED", "STANCE", "NUMBER_OF_SOURCES").contains(by)
                    && !(by.equals("STANCE") && type.equals("Statement"))) {
                assertEquals(total, sum(groups, "count"), by);
            }
            boolean ofPositions = type.equals("Position") && by.equals("ACTOR");
            boolean comparable = CONDITIONS.containsKey(by) && !ofPositions && hasCondition(type, CONDITIONS.get(by).replaceAll(":.*", ""));
            for (JsonNode group : groups) {
                if (comparable && !value(group).isNull() && !(by.equals("PRINCIPAL") && !type.equals("Meeting"))) {
                    String condition = format(CONDITIONS.get(by), value(group).asText());
                    assertEquals(count(list, condition), group.get("count").asInt(), () -> condition + group);
                }
            }
        }
    }

    private static boolean hasCondition(String type, String name) {
        return ((graphql.schema.GraphQLInputObjectType) GraphQlClient.schema().getType(type + "Filter")).getField(name) != null;
    }

    private static int count(String list, String condition) {
        return GraphQlClient.data(format("{ page: %s(first: 1, filter: {%s}) { totalCount } }", list, condition)).at("/page/totalCount")
                .asInt();
    }

    @ParameterizedTest
    @CsvSource({"meetings, meetingStats", "statements, statementStats", "events, eventStats"})
    void yearsAreBoundedByTheDates(String list, String stats) {
        List<JsonNode> groups = groups(stats + "(by: [YEAR])");
        for (JsonNode group : groups) {
            if (!value(group).isNull()) {
                String range = format("between: {from: \"%1$s-01-01\", to: \"%1$s-12-31\", match: ", value(group).asText());
                assertEquals(count(list, range + "WITHIN}"), group.get("count").asInt(), group::toString);
                assertEquals(count(list, range + "OVERLAPS}"), group.get("possible").asInt(), group::toString);
                String certain = range + "WITHIN}" + (list.equals("events") ? ", alleged: false" : "");
                assertTrue(group.get("certain").asInt() <= count(list, certain), group::toString);
            }
        }
        assertTrue(groups.size() > 2, groups::toString);
    }

    @Test
    void groupsOpenIntoTheRecordsTheyCount() {
        String opened = "{ keys { value } count records(first: 50) { totalCount nodes { ... on Meeting { slug hosts { slug } date { edtf } } } } }";
        int records = 0;
        for (JsonNode group : GraphQlClient.data("{ meetingStats(by: [YEAR, HOST], first: 30) { nodes " + opened + " } }")
                .at("/meetingStats/nodes")) {
            assertEquals(group.get("count").asInt(), group.at("/records/totalCount").asInt());
            assertEquals(group.get("count").asInt(), group.at("/records/nodes").size(), group::toString);
            for (JsonNode meeting : group.at("/records/nodes")) {
                String year = group.at("/keys/0/value").asText();
                assertTrue(year.equals("null") || meeting.at("/date/edtf").asText().matches(".*(" + year + "|XXXX).*"), meeting::toString);
                assertEquals(group.at("/keys/1/value").isNull(), meeting.get("hosts").isEmpty(), group::toString);
            }
            records += group.at("/records/nodes").size();
        }
        assertTrue(records > 5);
        JsonNode two = GraphQlClient
                .data("{ a: eventStats(by: [KIND]) { nodes { records(first: 1) { edges { cursor node { ... on Event { slug } } } } } } }")
                .get("a");
        String after = two.at("/nodes/0/records/edges/0/cursor").asText();
        JsonNode next = GraphQlClient.data(format(
                "{ a: eventStats(by: [KIND], first: 1) { nodes { count records(after: \"%s\") { nodes { ... on Event { slug } } } } } }",
                after)).at("/a/nodes/0");
        assertEquals(next.get("count").asInt() - 1, next.at("/records/nodes").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"COUNT_DESC", "KEY_ASC", "KEY_DESC"})
    void pagesAreTheWholeListInBothDirections(String order) {
        String list = "meetingStats(by: [YEAR, PARTICIPANT], orderBy: " + order + ")";
        List<JsonNode> all = groups(list);
        assertEquals(all.size(), new TreeSet<>(all.stream().map(JsonNode::toString).toList()).size());
        List<JsonNode> forwards = read(list, "first: 7", "after", "endCursor", "hasNextPage");
        assertEquals(all, forwards);
        List<JsonNode> backwards = read(list, "last: 7", "before", "startCursor", "hasPreviousPage");
        Collections.reverse(backwards);
        assertEquals(all, backwards);
        assertTrue(all.size() > 10);
    }

    /** Reads all pages; those read backward in reverse. */
    private static List<JsonNode> read(String list, String size, String argument, String cursor, String more) {
        List<JsonNode> found = new ArrayList<>();
        String position = "";
        while (true) {
            JsonNode page = GraphQlClient.data("{ page: " + list.replaceAll("\\)$", ", ") + size + position + ") { nodes { " + GROUP
                    + " } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }").get("page");
            List<JsonNode> nodes = new ArrayList<>();
            page.get("nodes").forEach(nodes::add);
            if (argument.equals("before")) {
                Collections.reverse(nodes);
            }
            found.addAll(nodes);
            if (!page.at("/pageInfo/" + more).asBoolean()) {
                return found;
            }
            position = ", " + argument + ": " + page.at("/pageInfo/" + cursor);
        }
    }

    @Test
    void countsOfRandomFiltersAddUpAndAreBounded() {
        long seed = Long.getLong("parley.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        List<String> single = List.of("YEAR", "QUARTER", "MONTH", "KIND", "LEVEL", "MEDIUM", "STATUS", "TRACK");
        List<String> any = dimensions("Meeting");
        for (int read = 0; read < 1_000; read += 6) {
            String document = IntStream.range(0, 6).mapToObj(i -> {
                String filter = FILTERS.get(random.nextInt(FILTERS.size())) + ", and: [{" + FILTERS.get(random.nextInt(FILTERS.size()))
                        + "}]";
                return format(
                        "s%1$d: meetingStats(first: 100, filter: {%2$s}, by: [%3$s]) { records totalCount nodes { %4$s } }"
                                + " m%1$d: meetingStats(first: 100, filter: {%2$s}, by: [%5$s]) { nodes { %4$s } }"
                                + " s2%1$d: meetingStats(first: 100, filter: {%2$s}, by: [%6$s]) { records totalCount nodes { %4$s } }"
                                + " m2%1$d: meetingStats(first: 100, filter: {%2$s}, by: [%7$s]) { nodes { %4$s } }",
                        i, filter, one(random, single), GROUP, one(random, any), two(random, single), two(random, any));
            }).collect(Collectors.joining(" ", "{ ", " }"));
            JsonNode data = GraphQlClient.data(document);
            data.fields().forEachRemaining(field -> {
                List<JsonNode> groups = new ArrayList<>();
                field.getValue().get("nodes").forEach(groups::add);
                assertBounds(groups);
                if (field.getKey().startsWith("s") && field.getValue().get("totalCount").asInt() <= 100) {
                    assertEquals(field.getValue().get("records").asInt(), sum(groups, "count"), () -> "seed " + seed + document);
                }
            });
        }
    }

    private static String one(Random random, List<String> dimensions) {
        return dimensions.get(random.nextInt(dimensions.size()));
    }

    /** Returns two different dimensions, at most one of which is a period. */
    private static String two(Random random, List<String> dimensions) {
        String first = one(random, dimensions);
        List<String> others = dimensions.stream()
                .filter(other -> !other.equals(first) && !(PERIODS.contains(first) && PERIODS.contains(other))).toList();
        return first + ", " + one(random, others);
    }

    @Test
    void sourcesOfWholeRecordsAreCountedAndSortedAsNumbers() {
        for (String kind : List.of("meeting", "statement", "agreement", "event", "position")) {
            Map<Integer, Integer> expected = new TreeMap<>();
            for (JsonNode record : EncounterModel.all(kind + "s", "attestations { field source { slug } }")) {
                Set<String> sources = new TreeSet<>();
                record.get("attestations").forEach(each -> {
                    if (each.get("field").isNull()) {
                        sources.add(each.at("/source/slug").asText());
                    }
                });
                expected.merge(sources.size(), 1, Integer::sum);
            }
            Map<Integer, Integer> counted = new LinkedHashMap<>();
            groups(kind + "Stats(by: [NUMBER_OF_SOURCES], orderBy: KEY_ASC)")
                    .forEach(group -> counted.put(value(group).asInt(), group.get("count").asInt()));
            assertEquals(List.copyOf(expected.entrySet()), List.copyOf(counted.entrySet()), kind);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"YEAR, QUARTER", "MONTH, HOST, YEAR", "QUARTER, MONTH", "YEAR, QUARTER, MONTH"})
    void onePeriodIsAccepted(String by) {
        JsonNode error = GraphQlClient.ask("{ meetingStats(by: [" + by + "]) { totalCount } }").at("/errors/0");
        assertEquals("BAD_USER_INPUT", error.at("/extensions/code").asText(), error::toString);
        assertTrue(error.get("message").asText().contains("only the shortest of YEAR, QUARTER and MONTH"), error::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "367", "2147483647"})
    void daysAfterAMeetingAreLimited(String days) {
        JsonNode error = GraphQlClient.ask("{ meetings(first: 1) { nodes { statementsAfter(days: " + days + ") { totalCount } } } }")
                .at("/errors/0");
        assertEquals("BAD_USER_INPUT", error.at("/extensions/code").asText(), error::toString);
        assertTrue(error.get("message").asText().contains("days is " + days + "; send 0 to 366"), error::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "YEAR, YEAR", "YEAR, HOST, PLACE, KIND"})
    void oneToThreeDimensionsAreAccepted(String by) {
        JsonNode error = GraphQlClient.ask("{ meetingStats(by: [" + by + "]) { totalCount } }").at("/errors/0/message");
        assertTrue(error.asText().contains("one to three dimensions"), error::toString);
    }
}
