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

/** A selection on a union or interface can contain the fields that its types share, without aliases. */
@QuarkusTest
class SelectionConflictsTest {

    /** Each type has its own enums of kinds and statuses. Attestations of a source are paged, because it has thousands. */
    private static final Map<String, String> MEANT = Map.of("attestations", "Source has pages of them", "kind", "enums", "status", "enums");

    @Test
    void fieldsOfTheSameNameHaveTheSameShape() {
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

    /** What field merging compares: lists, nullability, and the type of a leaf. */
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

    /** Selects all shared fields of each union and interface together. */
    @Test
    void allSharedFieldsCanBeSelectedTogether() {
        GraphQLSchema schema = GraphQlClient.schema();
        String ids = GraphQlClient.data("{ search(text: \"a\", first: 100) { nodes { ... on Node { id } } } }").findValuesAsText("id")
                .stream().limit(20).map(id -> "\"" + id + "\"").collect(Collectors.joining(", ", "[", "]"));
        Map<String, String> ways = Map.of("SearchHit", "search(text: \"a\") { nodes { %s } }", "AnyRecord",
                "discrepancies { nodes { record { %s } } }", "TimelineEntry", "timeline { nodes { %s } }", "Node",
                "nodes(ids: " + ids + ") { %s }", "Attested", "nodes(ids: " + ids + ") { ... on Attested { %s } }", "Dated",
                "nodes(ids: " + ids + ") { ... on Dated { %s } }");
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
