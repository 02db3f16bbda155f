package org.parley.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Invariants of all responses: lists have no duplicates, and pages match their counts. */
final class ResponseCheck {

    /** Longer lists are not paged through. */
    private static final int LONG = 150;

    private final GraphQLSchema schema;
    private final Random random;
    /** Receives failures and the list that they concern. */
    private final BiConsumer<String, String> faults;
    private final List<Paged> lists = new ArrayList<>();
    private final List<Boolean> bothWays = new ArrayList<>();
    private int walked;

    ResponseCheck(GraphQLSchema schema, Random random, BiConsumer<String, String> faults) {
        this.schema = schema;
        this.random = random;
        this.faults = faults;
    }

    int walked() {
        return walked;
    }

    /** Checks the value of a root field, and all values below it. */
    void visit(QueryField field, JsonNode value, String moment) {
        visit(field, value, moment, "{ %s }");
    }

    /** @param around the query that encloses the field; null if there is none for its parent alone */
    private void visit(QueryField field, JsonNode value, String moment, String around) {
        String type = QueryWalk.named(field.definition().getType()).getName();
        if (type.endsWith("Connection")) {
            checkPage(field, value);
            if (around != null) {
                lists.add(new Paged(around, list(field), item(type)));
                bothWays.add(field.definition().getArgument("last") != null);
            }
        } else if (value.isArray() && field.definition().getArgument("ids") == null) {
            checkDistinct(field, ids(value));
        }
        objects(value).forEach(object -> {
            GraphQLObjectType of = field.type(object.path("__typename").asText());
            if (of != null) {
                String inside = around(of, object, moment);
                field.below().get(of).forEach(inner -> visit(inner, object.get(inner.key()), moment, inside));
            }
        });
    }

    private String around(GraphQLObjectType type, JsonNode object, String moment) {
        return !QueryField.isNode(schema, type.getName()) ? null : "{ nodes(ids: [" + object.get("id") + "]"
                + (moment.isEmpty() ? "" : ", asOf: " + moment) + ") { ... on " + type.getName() + " { %s } } }";
    }

    private static String list(QueryField field) {
        return field.definition().getName() + "(" + QueryWalk.join(field.arguments().replace("%", "%%"), "%s") + ")";
    }

    /** Returns the identity of the items of a list. */
    private String item(String connection) {
        GraphQLNamedType type = QueryWalk.named(schema.getObjectType(connection).getField("nodes").getType());
        String id = "__typename ... on Node { id }";
        if (!(type instanceof GraphQLObjectType object) || QueryField.isNode(schema, type.getName())) {
            return id;
        }
        return object.getFields().stream().filter(field -> field.getArguments().isEmpty()).filter(this::tellsApart)
                .map(field -> field.getName() + (LoadedValues.isLeaf(field) ? "" : " { " + id + " }")).collect(Collectors.joining(" "));
    }

    private boolean tellsApart(GraphQLFieldDefinition field) {
        GraphQLNamedType type = QueryWalk.named(field.getType());
        boolean named = !(type instanceof GraphQLObjectType) || QueryField.isNode(schema, type.getName());
        return LoadedValues.isLeaf(field) || named && !GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType()));
    }

    private static List<JsonNode> objects(JsonNode value) {
        return value.isArray() ? IntStream.range(0, value.size()).mapToObj(value::get).filter(JsonNode::isObject).toList()
                : value.isObject() ? List.of(value) : List.of();
    }

    private static List<String> ids(JsonNode items) {
        return objects(items).stream().filter(item -> item.has("id")).map(item -> item.get("id").asText()).toList();
    }

    private void checkDistinct(QueryField field, List<String> items) {
        if (new HashSet<>(items).size() < items.size()) {
            faults.accept("an item stands twice: " + items, field.definition().getName());
        }
    }

    private void checkPage(QueryField field, JsonNode page) {
        List<JsonNode> edges = objects(page.path("edges"));
        JsonNode items = page.has("nodes") ? page.get("nodes")
                : GraphQlClient.JSON.valueToTree(edges.stream().map(edge -> edge.get("node")).toList());
        checkDistinct(field, ids(items));
        checkDistinct(field, edges.stream().filter(edge -> edge.has("cursor")).map(edge -> edge.get("cursor").asText()).toList());
        JsonNode info = page.path("pageInfo");
        if (!page.has("totalCount") || !page.has("nodes") && !page.has("edges")) {
            return;
        }
        int total = page.get("totalCount").asInt();
        boolean whole = info.has("hasNextPage") && !info.get("hasNextPage").asBoolean() && !info.get("hasPreviousPage").asBoolean();
        if (whole && !field.page().contains("\"") ? total != items.size() : total < items.size()) {
            faults.accept("a list of " + total + " has a page of " + items.size() + ": " + info, field.definition().getName());
        }
    }

    /** Pages through one of the lists visited since the last call, with a random page size. */
    void walk() {
        if (!lists.isEmpty()) {
            int chosen = random.nextInt(lists.size());
            try {
                walk(lists.get(chosen), bothWays.get(chosen));
            } catch (AssertionError e) {
                faults.accept(e.getMessage(), lists.get(chosen).toString());
            }
        }
        lists.clear();
        bothWays.clear();
    }

    private void walk(Paged list, boolean backwards) {
        JsonNode page = list.page("first: 100");
        int total = page.get("totalCount").asInt();
        if (total < page.get("edges").size()) {
            faults.accept("a list of " + total + " has a page of " + page.get("edges").size(), list.toString());
        }
        if (total == 0 || total > LONG) {
            return;
        }
        int size = Math.max(1, total / 6) + random.nextInt(3);
        List<JsonNode> items = list.all("", size);
        if (items.size() != total || !items.equals(list.all("", 100)) || backwards && !items.equals(list.backwards("", size))) {
            faults.accept("pages of " + size + " are not the list of " + total, list.toString());
        }
        if (items.stream().allMatch(item -> item.has("id") || item.has("slug")) && new HashSet<>(items).size() < total) {
            faults.accept("an item stands twice", list.toString());
        }
        walked++;
    }
}
