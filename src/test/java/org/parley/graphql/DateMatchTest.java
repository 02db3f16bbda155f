package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.quarkus.test.junit.QuarkusTest;
import java.io.File;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guarantees of both date matches, for every root list whose filter has a range. */
@QuarkusTest
class DateMatchTest {

    private static final int PARTITIONS = 12;
    private static final LocalDate FIRST_CUT = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST_CUT = LocalDate.of(2025, 12, 31);

    /** Their items are counts of records, which may be split between several ranges. */
    private static final Set<String> COUNTS = Set.of("MediationCellConnection", "EncounterConnection", "StatsConnection");

    /** A list, and the field of its filter with a range. */
    record Dated(String list, String range) {

        private static final String PAGE = "{ totalCount pageInfo { hasNextPage endCursor } edges { cursor } }";

        /** Returns the identity of each item that a range matches. */
        Set<String> find(String between) {
            String filter = "filter: {" + range + ": " + between + "}";
            Set<String> found = new HashSet<>();
            String after = "";
            while (true) {
                JsonNode page = GraphQlClient.data("{ all: " + list + "(first: 100, " + filter + after + ") " + PAGE + " }").get("all");
                page.get("edges").forEach(edge -> found.add(edge.get("cursor").asText()));
                if (!page.at("/pageInfo/hasNextPage").asBoolean()) {
                    assertEquals(page.get("totalCount").asInt(), found.size(), () -> list + " " + between);
                    return found;
                }
                after = ", after: " + page.at("/pageInfo/endCursor");
            }
        }

        @Override
        public String toString() {
            return list + "(" + range + ")";
        }
    }

    static Stream<Dated> lists() {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(new File("schema.graphql"))).getQueryType()
                .getFieldDefinitions().stream().flatMap(DateMatchTest::dated);
    }

    private static Stream<Dated> dated(GraphQLFieldDefinition field) {
        GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(field.getType());
        if (field.getArgument("filter") == null || !(type instanceof GraphQLObjectType object) || object.getField("edges") == null
                || COUNTS.contains(object.getName())) {
            return Stream.empty();
        }
        GraphQLInputObjectType filter = (GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(field.getArgument("filter").getType());
        return filter.getFieldDefinitions().stream().filter(DateMatchTest::isRange)
                .map(range -> new Dated(field.getName(), range.getName()));
    }

    private static boolean isRange(GraphQLInputObjectField field) {
        return GraphQLTypeUtil.unwrapAll(field.getType()).getName().equals("DateRange");
    }

    /** Returns dates that divide all time into adjacent ranges: starts of years, otherwise random dates. */
    private static List<LocalDate> cuts(Random random, boolean years) {
        Set<LocalDate> cuts = new TreeSet<>();
        if (years) {
            FIRST_CUT.datesUntil(LAST_CUT, java.time.Period.ofYears(1)).forEach(cuts::add);
        } else {
            long span = LAST_CUT.toEpochDay() - FIRST_CUT.toEpochDay();
            random.longs(2 + random.nextInt(8), 0, span).forEach(days -> cuts.add(FIRST_CUT.plusDays(days)));
            LocalDate day = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(365));
            cuts.addAll(List.of(day, day.plusDays(1)));
        }
        return new ArrayList<>(cuts);
    }

    private static List<String> ranges(List<LocalDate> cuts) {
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i <= cuts.size(); i++) {
            String from = i == 0 ? "" : "from: \"" + cuts.get(i - 1) + "\" ";
            ranges.add(from + (i == cuts.size() ? "" : "to: \"" + cuts.get(i).minusDays(1) + "\""));
        }
        return ranges;
    }

    @ParameterizedTest
    @MethodSource("lists")
    void adjacentRangesNeverShareARecordAndCoverAll(Dated dated) {
        Random random = new Random(20230715);
        Set<String> all = dated.find("{}");
        for (int partition = 0; partition < PARTITIONS; partition++) {
            Set<String> certain = new HashSet<>();
            Set<String> possible = new HashSet<>();
            for (String range : ranges(cuts(random, partition == 0))) {
                Set<String> within = dated.find("{" + range + ", match: WITHIN}");
                Set<String> overlaps = dated.find("{" + range + ", match: OVERLAPS}");
                assertEquals(within, dated.find("{" + range + "}"), "WITHIN is the default");
                assertTrue(overlaps.containsAll(within), () -> "OVERLAPS finds all that WITHIN finds in " + range);
                within.forEach(item -> assertTrue(certain.add(item), () -> item + " is in two of adjoining ranges, one of them " + range));
                possible.addAll(overlaps);
            }
            assertTrue(certain.size() <= all.size() && all.containsAll(certain));
            assertEquals(all, possible, "every record may fall in one of the ranges");
        }
    }

    @Test
    void listsToCompareExist() {
        assertTrue(lists().count() >= 8, () -> "lists with ranges: " + lists().toList());
    }

    @Test
    void singleDayReturnsRecordsOfThatDay() {
        JsonNode day = GraphQlClient.data("""
                { statements(first: 100, filter: {between: {from: "2023-07-15", to: "2023-07-15"}}) {
                    totalCount nodes { date { earliest latest } } } }""").get("statements");
        assertTrue(day.get("totalCount").asInt() > 0);
        day.get("nodes").forEach(
                node -> assertEquals("2023-07-15 2023-07-15", node.at("/date/earliest").asText() + " " + node.at("/date/latest").asText()));
    }
}
