package org.parley.graphql;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A field as a query asks it.
 *
 * @param key the name of its value in the answer
 * @param arguments its arguments but those of a page
 * @param page the arguments that choose a page
 * @param below what is selected of its objects, by their type; empty for a leaf
 */
record AskedField(
        String key,
        GraphQLFieldDefinition definition,
        String arguments,
        String page,
        Map<GraphQLObjectType, List<AskedField>> below) {

    private static final String NODE = "Node";

    /** The field as it is written; the fragments that it spreads are added to `fragments`, by their names. */
    String text(Map<String, String> fragments) {
        String all = QueryWalk.join(arguments, page);
        return (key.equals(definition.getName()) ? "" : key + ": ") + definition.getName() + (all.isEmpty() ? "" : "(" + all + ")")
                + selection(fragments);
    }

    /** What is selected of its objects, each with its type and, where it has one, its id. */
    private String selection(Map<String, String> fragments) {
        if (below.isEmpty()) {
            return "";
        }
        boolean one = QueryWalk.named(definition.getType()) instanceof GraphQLObjectType;
        return below.entrySet().stream().map(selected -> of(selected.getKey(), selected.getValue(), one, fragments))
                .collect(Collectors.joining(" ", one ? " { __typename " : " { __typename ... on Node { id } ", " }"));
    }

    private static String of(GraphQLObjectType type, List<AskedField> fields, boolean one, Map<String, String> fragments) {
        String text = fields.stream().map(field -> field.text(fragments)).collect(Collectors.joining(" ", one ? id(type) : "", ""));
        int form = Math.floorMod(text.hashCode(), 3);
        if (text.isBlank()) {
            return "__typename";
        }
        if (form == 0) {
            return one ? text : "... on " + type.getName() + " { " + text + " }";
        }
        if (form == 1) {
            return "... on " + type.getName() + " { " + text + " }";
        }
        String name = "F" + fragments.size();
        fragments.put(name, "fragment " + name + " on " + type.getName() + " { " + text + " }");
        return "..." + name;
    }

    private static String id(GraphQLObjectType type) {
        return type.getField("id") == null ? "" : "id ";
    }

    static boolean isNode(GraphQLSchema schema, String type) {
        return schema.getObjectType(type).getInterfaces().stream().anyMatch(shared -> shared.getName().equals(NODE));
    }

    /** The type of that name among those of which something is selected; null where there is none. */
    GraphQLObjectType type(String name) {
        return below.keySet().stream().filter(type -> type.getName().equals(name)).findFirst().orElse(null);
    }

    /** The query for these fields of the root. */
    static String query(List<AskedField> fields) {
        Map<String, String> fragments = new LinkedHashMap<>();
        String text = fields.stream().map(field -> field.text(fragments)).collect(Collectors.joining(" "));
        return "{ " + text + " } " + String.join(" ", fragments.values());
    }

    /** The query that asks one field of the root, which gives nodes, for this of those of one type. */
    static String again(String call, GraphQLObjectType type, List<AskedField> fields) {
        Map<String, String> fragments = new LinkedHashMap<>();
        String text = of(type, fields, false, fragments);
        return "{ " + call + " { __typename ... on Node { id } " + text + " } } " + String.join(" ", fragments.values());
    }
}
