package org.parley.graphql;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Random queries on the whole schema, several levels deep, within the cost limit. A seed always generates the same queries. */
final class RandomQueries {

    /** Maximum cost of a query: a fifth of the limit, so that many of its objects can be queried again in one request. */
    private static final int COST = 20_000;
    private static final int LIST = 10;
    private static final int PAGE = 20;
    private static final int MOST_ALIASES = 90;
    private static final int DEPTH = 16;

    private final GraphQLSchema schema;
    private final QueryWalk walk;
    private final Map<String, List<String>> cursors;
    private final List<String> moments;
    private final FieldWeights weights;
    private final Random random;
    private int aliases;

    RandomQueries(GraphQLSchema schema, QueryWalk walk, Map<String, List<String>> cursors, List<String> moments, Random random) {
        this.schema = schema;
        this.walk = walk;
        this.cursors = cursors;
        this.moments = moments;
        this.weights = new FieldWeights(schema, LIST);
        this.random = random;
    }

    /** Returns the root fields of the next query. */
    List<QueryField> next() {
        aliases = 0;
        List<QueryField> fields = new ArrayList<>();
        while (fields.isEmpty()) {
            fields.addAll(select(schema.getQueryType(), COST, DEPTH, 1 + random.nextInt(3), new Keys()));
        }
        return fields;
    }

    /** Response keys of a selection, for all types. */
    private final class Keys {

        private final Map<String, String> shapes = new LinkedHashMap<>();

        /** Returns a response key for a field; null if no further alias is allowed. */
        String of(GraphQLFieldDefinition field, boolean leaf) {
            String name = field.getName();
            String shape = leaf && field.getArguments().isEmpty() ? GraphQLTypeUtil.simplePrint(field.getType()) : null;
            if (!shapes.containsKey(name) || shape != null && shape.equals(shapes.get(name))) {
                shapes.put(name, shape);
                return name;
            }
            if (aliases >= MOST_ALIASES) {
                return null;
            }
            aliases++;
            String alias = name + shapes.size();
            shapes.put(alias, null);
            return alias;
        }
    }

    /** Selects fields of a type: leaves, and as many others as the cost allows. */
    private List<QueryField> select(GraphQLObjectType type, int cost, int depth, int objects, Keys keys) {
        List<GraphQLFieldDefinition> leaves = shuffled(type.getFields().stream().filter(LoadedValues::isLeaf).toList());
        List<GraphQLFieldDefinition> others = shuffled(type.getFields().stream().filter(field -> !LoadedValues.isLeaf(field)).toList());
        List<QueryField> fields = new ArrayList<>();
        for (GraphQLFieldDefinition leaf : leaves.subList(0, Math.min(leaves.size(), random.nextInt(4)))) {
            ask(leaf, "", "", Map.of(), keys, fields);
        }
        if (depth > 0) {
            for (GraphQLFieldDefinition other : others.subList(0, Math.min(others.size(), objects))) {
                int times = random.nextInt(5) == 0 ? 2 : 1;
                for (int i = 0; i < times; i++) {
                    askOther(type, other, cost / objects / times, depth, keys, fields);
                }
            }
        }
        return fields;
    }

    private void ask(GraphQLFieldDefinition field, String arguments, String page, Map<GraphQLObjectType, List<QueryField>> below, Keys keys,
            List<QueryField> fields) {
        String key = keys.of(field, below.isEmpty());
        if (key != null && fields.stream().noneMatch(known -> known.key().equals(key))) {
            fields.add(new QueryField(key, field, arguments, page, below));
        }
    }

    private void askOther(GraphQLObjectType owner, GraphQLFieldDefinition field, int cost, int depth, Keys keys, List<QueryField> fields) {
        boolean connection = QueryWalk.named(field.getType()).getName().endsWith("Connection");
        boolean paged = field.getArgument("first") != null;
        int size = !paged ? weights.items(owner, field.getName()) : random.nextInt(4) == 0 ? PAGE : 1 + random.nextInt(5);
        String page = paged ? page(owner, field, size) : "";
        int items = connection || GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType())) ? size : 1;
        int own = 1 + weights.work(owner, field.getName())
                + (connection ? size + weights.work((GraphQLObjectType) QueryWalk.named(field.getType()), "totalCount") : 0);
        int each = (cost - own) / items - 2;
        if (each < 3) {
            return;
        }
        Map<GraphQLObjectType, List<QueryField>> below = connection
                ? Map.of((GraphQLObjectType) QueryWalk.named(field.getType()), page(field, each, depth - 1))
                : below(field, each, depth - 1);
        ask(field, arguments(owner, field), page, below, keys, fields);
    }

    /** Selects fields of a page: nodes, edges, count, position. */
    private List<QueryField> page(GraphQLFieldDefinition list, int cost, int depth) {
        GraphQLObjectType connection = (GraphQLObjectType) QueryWalk.named(list.getType());
        List<QueryField> parts = new ArrayList<>();
        boolean edges = random.nextInt(3) == 0;
        if (!edges || random.nextInt(5) == 0) {
            GraphQLFieldDefinition nodes = connection.getField("nodes");
            parts.add(new QueryField("nodes", nodes, "", "", below(nodes, cost / 2, depth - 1)));
        }
        if (edges) {
            GraphQLFieldDefinition field = connection.getField("edges");
            GraphQLObjectType edge = (GraphQLObjectType) QueryWalk.named(field.getType());
            List<QueryField> ofEdge = new ArrayList<>(
                    List.of(new QueryField("node", edge.getField("node"), "", "", below(edge.getField("node"), cost / 2, depth - 2))));
            edge.getFields().stream().filter(LoadedValues::isLeaf).filter(leaf -> random.nextBoolean())
                    .forEach(leaf -> ofEdge.add(new QueryField(leaf.getName(), leaf, "", "", Map.of())));
            parts.add(new QueryField("edges", field, "", "", Map.of(edge, ofEdge)));
        }
        if (random.nextInt(3) > 0) {
            parts.add(new QueryField("totalCount", connection.getField("totalCount"), "", "", Map.of()));
        }
        if (random.nextBoolean()) {
            GraphQLFieldDefinition info = connection.getField("pageInfo");
            GraphQLObjectType type = (GraphQLObjectType) QueryWalk.named(info.getType());
            parts.add(new QueryField("pageInfo", info, "", "",
                    Map.of(type, type.getFields().stream().map(leaf -> new QueryField(leaf.getName(), leaf, "", "", Map.of())).toList())));
        }
        return shuffled(parts);
    }

    /** Returns the selection on the objects of a field, for one type or some of its possible types. */
    private Map<GraphQLObjectType, List<QueryField>> below(GraphQLFieldDefinition field, int cost, int depth) {
        GraphQLNamedType type = QueryWalk.named(field.getType());
        if (type instanceof GraphQLObjectType object) {
            return Map.of(object, select(object, cost, depth, 1 + random.nextInt(2), new Keys()));
        }
        List<GraphQLObjectType> members = type instanceof GraphQLUnionType union
                ? union.getTypes().stream().map(GraphQLObjectType.class::cast).toList()
                : schema.getImplementations((GraphQLInterfaceType) type);
        Map<GraphQLObjectType, List<QueryField>> below = new LinkedHashMap<>();
        Keys keys = new Keys();
        int number = 1 + random.nextInt(5);
        shuffled(members).stream().limit(number)
                .forEach(member -> below.put(member, select(member, cost / number, depth, 1 + random.nextInt(2), keys)));
        return below;
    }

    private String page(GraphQLObjectType owner, GraphQLFieldDefinition field, int size) {
        List<String> known = cursors.getOrDefault(owner.getName() + "." + field.getName(), List.of());
        boolean both = field.getArgument("last") != null;
        String end = both && random.nextBoolean() ? "last: " : "first: ";
        String from = size == PAGE ? "" : end + size;
        if (known.isEmpty() || random.nextBoolean()) {
            return from;
        }
        String after = "after: \"" + any(known) + '"';
        if (!both) {
            return QueryWalk.join(from, after);
        }
        String before = "before: \"" + any(known) + '"';
        return QueryWalk.join(from, random.nextInt(3) == 0 ? QueryWalk.join(after, before) : random.nextBoolean() ? after : before);
    }

    /** Selects arguments except those of a page: the required ones and some others. */
    private String arguments(GraphQLObjectType owner, GraphQLFieldDefinition field) {
        return field.getArguments().stream().filter(argument -> !isOfPage(argument))
                .filter(argument -> QueryWalk.isRequired(argument) || random.nextInt(5) < 2)
                .map(argument -> argument.getName() + ": " + value(owner, field, argument)).collect(Collectors.joining(", "));
    }

    private static boolean isOfPage(GraphQLArgument argument) {
        return QueryWalk.isCursor(argument) || argument.getName().equals("first") || argument.getName().equals("last");
    }

    private String value(GraphQLObjectType owner, GraphQLFieldDefinition field, GraphQLArgument argument) {
        if (owner == schema.getQueryType() && argument.getName().equals("asOf")) {
            return any(moments);
        }
        if (GraphQLTypeUtil.unwrapNonNull(argument.getType()) instanceof GraphQLInputObjectType filter
                && argument.getName().equals("filter")) {
            Stream<GraphQLInputObjectField> some = shuffled(filter.getFields()).stream().limit(1 + random.nextInt(2));
            return some
                    .map(condition -> condition.getName() + ": "
                            + any(walk.values(field.getName(), condition.getName(), condition.getType()).toList()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return any(walk.values(field.getName(), argument.getName(), argument.getType()).toList());
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> List<T> shuffled(List<T> items) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
