package org.parley.graphql;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A field of a query.
 *
 * @param key its response key
 * @param arguments its arguments except those of a page
 * @param page the page arguments
 * @param below the selection on its objects, by type; empty for a leaf
 */
record QueryField(
        String key,
        GraphQLFieldDefinition definition,
        String arguments,
        String page,
        Map<GraphQLObjectType, List<QueryField>> below) {

    private static final String NODE = "Node";

    /** Returns the field as GraphQL text, and adds the fragments that it spreads to `fragments`, by name. */
    String text(Map<String, String> fragments) {
        String all = QueryWalk.join(arguments, page);
        return (key.equals(definition.getName()) ? "" : key + ": ") + definition.getName() + (all.isEmpty() ? "" : "(" + all + ")")
                + selection(fragments);
    }

    /** Returns the selections on its objects, each with its type and its id if it has one. */
    private String selection(Map<String, String> fragments) {
        if (below.isEmpty()) {
            return "";
        }
        boolean one = QueryWalk.named(definition.getType()) instanceof GraphQLObjectType;
        return below.entrySet().stream().map(selected -> of(selected.getKey(), selected.getValue(), one, fragments))
                .collect(Collectors.joining(" ", one ? " { __typename " : " { __typename ... on Node { id } ", " }"));
    }

    private static String of(GraphQLObjectType type, List<QueryField> fields, boolean one, Map<String, String> fragments) {
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

    /** Returns the selected type with that name; null if there is none. */
    GraphQLObjectType type(String name) {
        return below.keySet().stream().filter(type -> type.getName().equals(name)).findFirst().orElse(null);
    }

    /** Returns a query with these root fields. */
    static String query(List<QueryField> fields) {
        Map<String, String> fragments = new LinkedHashMap<>();
        String text = fields.stream().map(field -> field.text(fragments)).collect(Collectors.joining(" "));
        return "{ " + text + " } " + String.join(" ", fragments.values());
    }

    /** Returns a query of a root field that returns nodes, with this selection on one type. */
    static String again(String call, GraphQLObjectType type, List<QueryField> fields) {
        Map<String, String> fragments = new LinkedHashMap<>();
        String text = of(type, fields, false, fragments);
        return "{ " + call + " { __typename ... on Node { id } " + text + " } } " + String.join(" ", fragments.values());
    }
}
