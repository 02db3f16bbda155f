package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionContextBuilder;
import graphql.execution.ExecutionId;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The cost of an operation increases with each list. */
@QuarkusTest
class CostTest {

    private static final int LIST = 10;
    private static final Set<String> OF_PAGE = Set.of("nodes", "edges");

    /** Lists whose length is bounded by one record or happening; and `nodes`, whose length is that of its argument. */
    private static final List<String> OF_ENTRIES = List.of("Actor: aliases attestations discrepancies identifiers images offices websites",
            "Agreement: aliases attestations discrepancies identifiers linkedFrom links mediators participations parties provisions sameHappening signatories",
            "AttestedValue: attestations", "Change: fields", "Discrepancy: values",
            "Event: actors attestations discrepancies identifiers issues sameHappening",
            "Figure: discrepancies identifiers of reportedBy sameHappening", "Hosting: roles", "Issue: aliases discrepancies identifiers",
            "Meeting: agreements attestations discrepancies hosts identifiers issues leaders mediators outcomes participations places proposedIn sameHappening",
            "Place: aliases attestations discrepancies identifiers", "Position: attestations discrepancies identifiers",
            "Provision: attestations", "Query: byIdentifier nodes", "Source: authors identifiers linkPatterns",
            "Statement: addressees attestations discrepancies identifiers inReplyTo issues onBehalfOf points references sameHappening speakers",
            "Track: discrepancies identifiers leads");

    @Inject
    Engine engine;

    /** Returns the cost of a selection on a type. */
    private long cost(String type, String selection) {
        return cost("{ ... on " + type + " { " + selection + " } }");
    }

    private long cost(String text) {
        return cost(text, Map.of());
    }

    private long cost(String text, Map<String, Object> variables) {
        return cost(engine.schema(), text, variables);
    }

    static long cost(GraphQLSchema schema, String text, Map<String, Object> variables) {
        Document document = Parser.parse(text);
        ExecutionContext context = ExecutionContextBuilder.newExecutionContextBuilder().executionId(ExecutionId.generate())
                .graphQLSchema(schema).graphQLContext(GraphQLContext.getDefault())
                .operationDefinition(document.getDefinitionsOfType(OperationDefinition.class).get(0))
                .fragmentsByName(document.getDefinitionsOfType(FragmentDefinition.class).stream()
                        .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment)))
                .coercedVariables(CoercedVariables.of(variables)).build();
        return Cost.of(context, LIST).cost();
    }

    private List<GraphQLObjectType> types() {
        GraphQLSchema schema = engine.schema();
        return schema.getAllTypesAsList().stream().filter(GraphQLObjectType.class::isInstance).map(GraphQLObjectType.class::cast)
                .filter(type -> !type.getName().startsWith("__")).toList();
    }

    private static boolean isList(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType()));
    }

    private static boolean isConnection(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapAll(field.getType())).endsWith("Connection");
    }

    private static boolean isLeaf(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()));
    }

    @Test
    void everyConnectionCostsItsPageSize() {
        int walked = 0;
        for (GraphQLObjectType type : types()) {
            for (GraphQLFieldDefinition field : type.getFields()) {
                if (isConnection(field)) {
                    walked++;
                    for (String of : OF_PAGE) {
                        String list = field.getName() + "(%s: %d) { " + of + " { __typename } }";
                        long one = cost(type.getName(), String.format(Locale.ROOT, list, "first", 1));
                        String name = type.getName() + "." + list;
                        // Rows read, and fields of the response.
                        assertEquals(2 * 99, cost(type.getName(), String.format(Locale.ROOT, list, "first", 100)) - one, name);
                        assertEquals(2 * 99, cost(type.getName(), String.format(Locale.ROOT, list, "last", 100)) - one, name);
                        assertEquals(2 * 19, cost(type.getName(), field.getName() + " { " + of + " { __typename } }") - one, name);
                    }
                    assertTrue(cost(type.getName(), field.getName() + "(first: 100) { pageInfo { hasNextPage } }") > 100, field.getName());
                    assertTrue(cost(type.getName(), field.getName() + " { totalCount }") > 100, field.getName());
                }
            }
        }
        assertTrue(walked > 20, "too few connections: " + walked);
    }

    @Test
    void everyOtherListCostsItsAssumedSize() {
        List<String> unweighed = new ArrayList<>();
        for (GraphQLObjectType type : types()) {
            for (GraphQLFieldDefinition field : type.getFields()) {
                if (isList(field) && !(type.getName().endsWith("Connection") && OF_PAGE.contains(field.getName()))) {
                    String inner = isLeaf(field) ? "" : " { __typename }";
                    String deeper = isLeaf(field) ? "" : " { __typename again: __typename }";
                    long cost = cost(type.getName(), field.getName() + inner);
                    if (cost < 3 || !isLeaf(field) && cost(type.getName(), field.getName() + deeper) - cost < 3) {
                        unweighed.add(type.getName() + "." + field.getName());
                    }
                }
            }
        }
        assertEquals(List.of(), unweighed);
    }

    @Test
    void weightsReferToFieldsOfTheSchema() {
        GraphQLSchema schema = Federation.addTo(engine.schema(), true);
        for (String field : FieldWeights.fields()) {
            String[] parts = field.split("\\.");
            GraphQLObjectType type = schema.getObjectType(parts[0].equals("*") ? "MeetingConnection" : parts[0]);
            assertNotNull(type, field);
            assertNotNull(type.getField(parts[1]), field);
        }
    }

    @Test
    void nestedListsMultiply() {
        String nested = "{ meetings(first: %1$d) { nodes { statements(first: %1$d) { nodes { replies(first: %1$d) { nodes { slug } } } } } } }";
        assertTrue(cost(String.format(Locale.ROOT, nested, 100)) > 1_000_000);
        assertTrue(cost(String.format(Locale.ROOT, nested, 10)) < 5_000);
        assertTrue(cost("{ actors(first: 100) { nodes { parts { parts { slug } } } } }") > 100 * 50 * 50);
    }

    @Test
    void fragmentsAndAliasesCountEachTime() {
        String page = "meetings(first: 100) { nodes { slug } }";
        long once = cost("{ " + page + " }");
        assertEquals(30 * once,
                cost("{ " + IntStream.range(0, 30).mapToObj(i -> "a" + i + ": " + page).collect(Collectors.joining(" ")) + " }"));
        assertEquals(2 * once, cost("{ ...A ...A } fragment A on Query { " + page + " }"));
        String doubling = IntStream.range(0, 40).mapToObj(i -> "fragment F" + i + " on Query { ...F" + (i + 1) + " ...F" + (i + 1) + " }")
                .collect(Collectors.joining(" "));
        assertTrue(cost("{ ...F0 } " + doubling + " fragment F40 on Query { " + page + " }") > 1L << 40);
    }

    @Test
    void pageSizesInVariablesCount() {
        String document = "query($n: Int) { meetings(first: $n) { nodes { slug } } }";
        assertEquals(2 * 90, cost(document, Map.of("n", 100)) - cost(document, Map.of("n", 10)));
    }

    /**
     * A list that can grow must be a connection. A new list without pages is either part of one record and added here, or has a weight of
     * its own.
     */
    @Test
    void unpagedListsAreListedHere() {
        List<String> unweighed = new ArrayList<>();
        for (GraphQLObjectType type : reachable()) {
            StringJoiner lists = new StringJoiner(" ", type.getName() + ": ", "").setEmptyValue("");
            for (GraphQLFieldDefinition field : type.getFields().stream().sorted(Comparator.comparing(GraphQLFieldDefinition::getName))
                    .toList()) {
                String name = type.getName() + "." + field.getName();
                boolean page = type.getName().endsWith("Connection") && OF_PAGE.contains(field.getName());
                if (isList(field) && !page && !FieldWeights.fields().contains(name)) {
                    lists.add(field.getName());
                }
            }
            unweighed.add(lists.toString());
        }
        assertEquals(OF_ENTRIES, unweighed.stream().filter(lists -> !lists.isEmpty()).toList());
    }

    /** Returns all object, interface and union types. */
    private Set<GraphQLObjectType> reachable() {
        GraphQLSchema schema = engine.schema();
        Map<String, GraphQLObjectType> found = new TreeMap<>();
        Deque<GraphQLType> next = new ArrayDeque<>(List.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()));
        while (!next.isEmpty()) {
            GraphQLType type = next.remove();
            if (type instanceof GraphQLInterfaceType any) {
                next.addAll(schema.getImplementations(any));
            } else if (type instanceof GraphQLUnionType union) {
                next.addAll(union.getTypes());
            } else if (type instanceof GraphQLObjectType object && found.putIfAbsent(object.getName(), object) == null) {
                object.getFields().forEach(field -> next.add(GraphQLTypeUtil.unwrapAll(field.getType())));
            }
        }
        assertTrue(found.size() > 50, found.keySet().toString());
        return new LinkedHashSet<>(found.values());
    }
}
