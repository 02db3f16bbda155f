package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.quarkus.test.junit.QuarkusTest;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** `and`, `or` and `not` of each filter return what the same operations on the results of its single conditions return. */
@QuarkusTest
class CombinedFiltersTest {

    private static final int FILTERS = 25;
    private static final int CONDITIONS = 14;
    /** Their items are counts of records, which have no identity. */
    private static final Set<String> COUNTS = Set.of("MediationCellConnection", "EncounterConnection", "StatsConnection");
    private static final GraphQLSchema SCHEMA = UnExecutableSchemaGenerator
            .makeUnExecutableSchema(new SchemaParser().parse(new File("schema.graphql")));

    static Stream<String> lists() {
        return SCHEMA.getQueryType().getFieldDefinitions().stream()
                .filter(field -> field.getArgument("filter") != null && filter(field).getField("or") != null)
                .filter(field -> !COUNTS.contains(QueryWalk.named(field.getType()).getName())).map(GraphQLFieldDefinition::getName);
    }

    private static GraphQLInputObjectType filter(GraphQLFieldDefinition field) {
        return (GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(field.getArgument("filter").getType());
    }

    /** A filter, and the identities of the items that it must return. */
    private record Expected(String filter, Set<String> items) {}

    @Test
    void mostFiltersCombine() {
        assertTrue(lists().count() > 7, () -> lists().toList().toString());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void combinedFiltersFollowSetAlgebra(String list) {
        GraphQLFieldDefinition field = SCHEMA.getQueryType().getField(list);
        Random random = new Random(20_261);
        List<String> simple = new ArrayList<>(new QueryWalk(SCHEMA, EveryFieldTest.required()).simple(list, filter(field)).toList());
        Collections.shuffle(simple, random);
        Set<String> all = find(list, "{}");
        List<Expected> conditions = simple.stream().limit(CONDITIONS).map(condition -> new Expected(condition, find(list, condition)))
                .toList();
        assertTrue(conditions.stream().anyMatch(condition -> !condition.items.isEmpty() && condition.items.size() < all.size()),
                list + ": no condition divides the list");
        for (int i = 0; i < FILTERS; i++) {
            Expected expected = combined(conditions, all, random, 3);
            assertEquals(expected.items, find(list, expected.filter), () -> list + " " + expected.filter);
        }
    }

    private static Expected combined(List<Expected> conditions, Set<String> all, Random random, int depth) {
        if (depth == 0) {
            return conditions.get(random.nextInt(conditions.size()));
        }
        List<Expected> inner = IntStream.range(0, random.nextInt(4)).mapToObj(i -> combined(conditions, all, random, depth - 1)).toList();
        Expected other = combined(conditions, all, random, depth - 1);
        String list = inner.stream().map(Expected::filter).collect(Collectors.joining(", ", "[", "]"));
        Set<String> items = new HashSet<>(all);
        return switch (random.nextInt(4)) {
            case 0 -> {
                inner.forEach(one -> items.retainAll(one.items));
                yield new Expected("{and: " + list + "}", items);
            }
            case 1 -> new Expected("{or: " + list + "}", inner.stream().flatMap(one -> one.items.stream()).collect(Collectors.toSet()));
            case 2 -> {
                items.removeAll(other.items);
                yield new Expected("{not: " + other.filter + "}", items);
            }
            default -> {
                Expected beside = conditions.get(random.nextInt(conditions.size()));
                items.retainAll(beside.items);
                items.removeAll(other.items);
                items.removeIf(item -> inner.stream().noneMatch(one -> one.items.contains(item)));
                yield new Expected(beside.filter.replaceFirst("\\}$", "") + ", or: " + list + ", not: " + other.filter + "}", items);
            }
        };
    }

    /** Returns the cursor of each item. Also checks the total and that nothing is returned twice. */
    private static Set<String> find(String list, String filter) {
        Set<String> found = new HashSet<>();
        String after = "";
        while (true) {
            JsonNode page = GraphQlClient.data("{ all: " + list + "(first: 100, filter: " + filter + after
                    + ") { totalCount pageInfo { hasNextPage endCursor } edges { cursor } } }").get("all");
            page.get("edges").forEach(edge -> assertTrue(found.add(edge.get("cursor").asText()), () -> "twice: " + edge));
            if (!page.at("/pageInfo/hasNextPage").asBoolean()) {
                assertEquals(page.get("totalCount").asInt(), found.size(), () -> list + " " + filter);
                return found;
            }
            after = ", after: " + page.at("/pageInfo/endCursor");
        }
    }

    @Test
    void cellsOfTheMatrixCountTheMeetingsOfCombinedFilters() {
        String filter = "{or: [{tracks: [\"brussels-track\"]}, {mediators: [\"russia\"]}], not: {leaders: [\"nikol-pashinyan\"]}}";
        Map<String, Integer> expected = new HashMap<>();
        JsonNode hostings = GraphQlClient.data("{ all: hostings(first: 100, filter: {statuses: [HELD], and: [" + filter
                + "]}) { totalCount nodes { mediator { slug } leader { slug } } } }").get("all");
        assertTrue(hostings.get("totalCount").asInt() <= 100, "more than a page");
        hostings.get("nodes").forEach(hosting -> expected
                .merge(hosting.at("/mediator/slug").asText() + "/" + hosting.at("/leader/slug").asText(), 1, Integer::sum));
        Map<String, Integer> counted = new HashMap<>();
        GraphQlClient
                .data("{ all: mediationMatrix(first: 100, filter: " + filter
                        + ") { nodes { meetings mediator { slug } leader { slug } } } }")
                .at("/all/nodes").forEach(cell -> counted.put(cell.at("/mediator/slug").asText() + "/" + cell.at("/leader/slug").asText(),
                        cell.get("meetings").asInt()));
        assertTrue(!expected.isEmpty());
        assertEquals(expected, counted);
    }

    @Test
    void largeAndDeepFiltersAreRejected() {
        String many = Collections.nCopies(51, "{}").toString();
        assertMessage("filter: too many filters in and, or and not; send at most 50, nested ones included", "{or: " + many + "}");
        String slugs = IntStream.range(0, 600).mapToObj(i -> "\"m" + i + "\"").toList().toString();
        assertMessage("filter: 1200 values; send at most 1000", "{or: [{hosts: " + slugs + "}, {mediators: " + slugs + "}]}");
        String deep = "{not: ".repeat(51) + "{}" + "}".repeat(51);
        assertMessage("filter: too many filters in and, or and not; send at most 50, nested ones included", deep);
    }

    private static void assertMessage(String message, String filter) {
        JsonNode error = GraphQlClient.ask("{ meetings(filter: " + filter + ") { nodes { slug } } }").at("/errors/0");
        assertEquals("BAD_USER_INPUT", error.at("/extensions/code").asText(), error::toString);
        assertEquals(message, error.get("message").asText());
    }
}
