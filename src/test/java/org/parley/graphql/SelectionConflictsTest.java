package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One selection over the types of a union or an interface may name the fields that these share, without aliases. */
@QuarkusTest
class SelectionConflictsTest {

    /** Each type has its own enum of kinds and statuses. A source has pages of attestations: it gives thousands. */
    private static final Map<String, String> MEANT = Map.of("attestations", "Source has pages of them", "kind", "enums", "status", "enums");

    @Test
    void fieldsOfOneNameHaveOneShape() {
        GraphQLSchema schema = GraphQlClient.schema();
        Map<String, Map<String, TreeSet<String>>> conflicts = new TreeMap<>();
        for (GraphQLType type : schema.getAllTypesAsList()) {
            Map<String, Map<String, TreeSet<String>>> shapes = new HashMap<>();
            for (GraphQLObjectType member : members(schema, type)) {
                for (GraphQLFieldDefinition field : member.getFields()) {
                    shapes.computeIfAbsent(field.getName(), name -> new TreeMap<>())
                            .computeIfAbsent(shape(field.getType()), shape -> new TreeSet<>()).add(member.getName());
                }
            }
            shapes.forEach((field, byShape) -> {
                if (byShape.size() > 1) {
                    conflicts.putIfAbsent(field, byShape);
                }
            });
        }
        assertEquals(MEANT.keySet(), conflicts.keySet(), conflicts::toString);
    }

    /** What the rule of the specification on merging fields compares: lists, nulls, and the type of a leaf. */
    private static String shape(GraphQLType type) {
        return GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(type)) ? GraphQLTypeUtil.simplePrint(type)
                : GraphQLTypeUtil.simplePrint(type).replaceAll("\\w+", "object");
    }

    private static List<GraphQLObjectType> members(GraphQLSchema schema, GraphQLType type) {
        if (type instanceof GraphQLUnionType union) {
            return union.getTypes().stream().map(GraphQLObjectType.class::cast).toList();
        }
        return type instanceof GraphQLInterfaceType shared ? schema.getImplementations(shared) : List.of();
    }

    /** Every union and interface is asked for all that its types share, in one selection that is validated and answered. */
    @Test
    void allSharedFieldsAreAskedInOneSelection() {
        GraphQLSchema schema = GraphQlClient.schema();
        String ids = GraphQlClient.data("{ search(text: \"a\", first: 100) { nodes { ... on Node { id } } } }").findValuesAsText("id")
                .stream().limit(20).map(id -> "\"" + id + "\"").collect(Collectors.joining(", ", "[", "]"));
        Map<String, String> ways = Map.of("SearchHit", "search(text: \"a\") { nodes { %s } }", "Record",
                "discrepancies { nodes { record { %s } } }", "Node", "nodes(ids: " + ids + ") { %s }");
        List<String> asked = new ArrayList<>();
        for (GraphQLType type : schema.getAllTypesAsList()) {
            List<GraphQLObjectType> members = members(schema, type);
            if (members.isEmpty()) {
                continue;
            }
            String name = ((GraphQLNamedOutputType) type).getName();
            String selection = members.stream().map(member -> "... on " + member.getName() + " { " + leaves(member) + " }")
                    .collect(Collectors.joining(" "));
            assertFalse(GraphQlClient.data("{ " + ways.get(name).replace("%s", selection) + " }").isEmpty());
            asked.add(name);
        }
        assertEquals(ways.keySet(), new TreeSet<>(asked));
    }

    private static String leaves(GraphQLObjectType type) {
        return type.getFields().stream().filter(field -> GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType())))
                .map(GraphQLFieldDefinition::getName).filter(name -> !MEANT.containsKey(name)).collect(Collectors.joining(" "));
    }
}
