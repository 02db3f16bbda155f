package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each list with a text filter or combined filters has its weight, whether they are literals or variables. */
@QuarkusTest
class FilterWeightsTest {

    private static final String TEXT = "peace";

    @Inject
    Engine engine;

    @Inject
    RequestLimits limits;

    @Test
    void everyTextFilterHasAWeight() {
        AtomicInteger walked = new AtomicInteger();
        engine.schema().getAllTypesAsList().stream().filter(GraphQLObjectType.class::isInstance).map(GraphQLObjectType.class::cast)
                .forEach(type -> type.getFields().stream().filter(field -> hasText(field.getArgument("filter"))).forEach(field -> {
                    walked.incrementAndGet();
                    check(type, field);
                }));
        assertTrue(walked.get() > 10, "too few filters: " + walked);
    }

    private static boolean hasText(GraphQLArgument filter) {
        return filter != null && input(filter).getField("text") != null && !FilterWeights.CHEAP.contains(input(filter).getName());
    }

    private static GraphQLInputObjectType input(GraphQLArgument filter) {
        return (GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(filter.getType());
    }

    private void check(GraphQLObjectType type, GraphQLFieldDefinition field) {
        String name = type.getName() + "." + field.getName();
        long weight = type.getName().equals("Query") ? limits.expensiveCost() : FilterWeights.WORK;
        long none = cost("", type, field, "{}", Map.of());
        String whole = "($f: " + input(field.getArgument("filter")).getName() + ")";
        assertEquals(weight, cost("", type, field, "{text: \"" + TEXT + "\"}", Map.of()) - none, name);
        assertEquals(weight, cost("($t: String)", type, field, "{text: $t}", Map.of("t", TEXT)) - none, name);
        assertEquals(weight, cost(whole, type, field, "$f", Map.of("f", Map.of("text", TEXT))) - none, name);
        if (input(field.getArgument("filter")).getField("or") != null) {
            String several = "{or: [{text: \"" + TEXT + "\"}, {not: {text: \"" + TEXT + "\"}}]}";
            assertEquals(2 * weight + 3 * FilterWeights.NESTED, cost("", type, field, several, Map.of()) - none, name);
            Map<String, Object> sent = Map.of("or", List.of(Map.of("text", TEXT), Map.of("not", Map.of("text", TEXT))));
            assertEquals(2 * weight + 3 * FilterWeights.NESTED, cost(whole, type, field, "$f", Map.of("f", sent)) - none, name);
        }
        assertEquals(none, cost("", type, field, "{text: null}", Map.of()), name);
        assertEquals(none, cost("($t: String)", type, field, "{text: $t}", Map.of()), name);
        assertEquals(none, cost(whole, type, field, "$f", Map.of("f", Map.of())), name);
    }

    @Test
    void changesOfStancesHaveAWeight() {
        GraphQLObjectType query = engine.schema().getQueryType();
        GraphQLObjectType actor = (GraphQLObjectType) engine.schema().getType("Actor");
        for (GraphQLObjectType type : List.of(query, actor)) {
            GraphQLFieldDefinition field = type.getField("positions");
            long none = cost("", type, field, "{}", Map.of());
            long weight = type == query ? limits.expensiveCost() : FilterWeights.WORK;
            assertEquals(weight, cost("", type, field, "{changesStance: true}", Map.of()) - none);
            assertEquals(weight, cost("($f: PositionFilter)", type, field, "$f", Map.of("f", Map.of("changesStance", false))) - none);
            assertEquals(none, cost("", type, field, "{changesStance: null}", Map.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"previous", "daysSincePrevious"})
    void togetherHasAWeightForEachParent(String field) {
        String document = "query ($t: [String!]) { meetings(first: 100) { nodes { " + field + "%s { __typename } } } }";
        long none = CostTest.cost(engine.schema(), document.replace("%s", ""), Map.of());
        long literal = CostTest.cost(engine.schema(), document.replace("%s", "(together: [\"armenia\", \"azerbaijan\"])"), Map.of());
        Map<String, Object> sent = Map.of("t", List.of("armenia", "azerbaijan"));
        assertEquals(100 * FilterWeights.TOGETHER, literal - none);
        assertEquals(literal, CostTest.cost(engine.schema(), document.replace("%s", "(together: $t)"), sent));
        assertEquals(none, CostTest.cost(engine.schema(), document.replace("%s", "(together: $t)"), Map.of()));
        assertEquals(none, CostTest.cost(engine.schema(), document.replace("%s", "(together: null)"), Map.of()));
    }

    private long cost(String variables, GraphQLObjectType type, GraphQLFieldDefinition field, String filter, Map<String, Object> values) {
        String document = "query" + variables + " { ... on " + type.getName() + " { " + field.getName() + "(filter: " + filter
                + ") { __typename } } }";
        return CostTest.cost(engine.schema(), document, values);
    }
}
