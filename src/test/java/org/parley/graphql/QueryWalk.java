package org.parley.graphql;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.GraphQLUnmodifiedType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Generates queries for the whole schema: a path to each type, and each field with each of its conditions. */
final class QueryWalk {

    private static final String PAGE = "{ totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor } nodes { __typename } }";

    private final Map<String, List<String>> values = new HashMap<>(QueryValues.BY_NAME);
    /** The paths: for each type a query with a gap for a selection. */
    private final Map<GraphQLObjectType, String> ways = new LinkedHashMap<>();

    QueryWalk(GraphQLSchema schema, Map<String, List<String>> required) {
        values.putAll(required);
        ways.put(schema.getQueryType(), "{ %s }");
        reach(field -> required(field).isEmpty() && !(named(field.getType()) instanceof GraphQLUnionType));
        reach(field -> required(field).isEmpty());
        reach(field -> true);
    }

    private void reach(Predicate<GraphQLFieldDefinition> by) {
        Deque<GraphQLObjectType> open = new ArrayDeque<>(ways.keySet());
        while (!open.isEmpty()) {
            GraphQLObjectType type = open.pop();
            type.getFields().stream().filter(by)
                    .forEach(field -> targets(field.getType()).filter(target -> !ways.containsKey(target)).forEach(target -> {
                        String gap = named(field.getType()) instanceof GraphQLUnionType ? "{ ... on " + target.getName() + " { %s } }"
                                : "{ %s }";
                        String arguments = join(required(field), isStatistic(field) ? "first: 3" : "");
                        ways.put(target, ways.get(type).replace("%s", call(field, arguments) + " " + gap));
                        open.add(target);
                    }));
        }
    }

    /** Returns all reachable types. */
    List<GraphQLObjectType> types() {
        return List.copyOf(ways.keySet());
    }

    /** Returns argument lists for a field: none, each argument and condition alone, and all conditions together in each order. */
    List<String> arguments(GraphQLFieldDefinition field) {
        String owner = field.getName();
        String required = required(field);
        List<String> calls = new ArrayList<>(List.of(required));
        field.getArguments().stream().filter(argument -> !isRequired(argument) && !isCursor(argument))
                .forEach(argument -> values(owner, argument.getName(), argument.getType())
                        .forEach(value -> calls.add(join(required, argument.getName() + ": " + value, few(field, argument)))));
        if (field.getArgument("filter") != null) {
            GraphQLInputObjectType filter = GraphQLTypeUtil.unwrapAllAs(field.getArgument("filter").getType());
            String all = filter.getFields().stream()
                    .map(condition -> condition.getName() + ": "
                            + values(owner, condition.getName(), condition.getType()).findFirst().orElseThrow())
                    .collect(Collectors.joining(", ", "filter: {", "}"));
            orders(field).forEach(order -> calls.add(join(required, all, order, few(field, field.getArgument("filter")))));
        }
        return calls;
    }

    /** Returns page arguments for a field, forward and backward from a cursor that it returned, in each order. */
    List<String> paging(GraphQLFieldDefinition field, String cursor) {
        List<String> pages = field.getArgument("before") == null ? List.of("first: 2, after: \"%1$s\"")
                : List.of("first: 2, after: \"%1$s\"", "last: 2, before: \"%1$s\"", "after: \"%1$s\", before: \"%1$s\"");
        return pages.stream().map(page -> join(required(field), String.format(Locale.ROOT, page, cursor)))
                .flatMap(page -> (isStatistic(field) ? Stream.of("") : orders(field)).map(order -> join(page, order))).toList();
    }

    /** Adds a small page size to arguments without one, because the results are not compared. */
    private static String few(GraphQLFieldDefinition field, GraphQLArgument beside) {
        boolean pages = beside.getName().equals("first") || beside.getName().equals("last");
        return pages || field.getArgument("first") == null ? "" : "first: 3";
    }

    /** Whether the cursors of a list depend on its other arguments. */
    static boolean isStatistic(GraphQLFieldDefinition field) {
        return named(field.getType()).getName().equals("StatsConnection");
    }

    private Stream<String> orders(GraphQLFieldDefinition field) {
        return field.getArgument("orderBy") == null ? Stream.of("")
                : values(field.getName(), "orderBy", field.getArgument("orderBy").getType()).map(order -> "orderBy: " + order);
    }

    /** Returns a query with the field once for each of these argument lists. */
    String query(GraphQLObjectType type, GraphQLFieldDefinition field, List<String> arguments) {
        GraphQLNamedType answer = named(field.getType());
        String selection = GraphQLTypeUtil.isLeaf(answer) ? "" : answer.getName().endsWith("Connection") ? " " + PAGE : " { __typename }";
        return ways.get(type).replace("%s", IntStream.range(0, arguments.size())
                .mapToObj(i -> "a" + i + ": " + call(field, arguments.get(i)) + selection).collect(Collectors.joining(" ")));
    }

    /** Returns a query with the field and its required arguments, with a gap for its selection. */
    String query(GraphQLObjectType type, GraphQLFieldDefinition field) {
        return ways.get(type).replace("%s", call(field, required(field)) + " { %s }");
    }

    /** Returns known values of an argument of the field `owner`, or of a condition of its filter. */
    Stream<String> values(String owner, String name, GraphQLInputType type) {
        GraphQLUnmodifiedType inner = GraphQLTypeUtil.unwrapAll(type);
        List<String> known = values.getOrDefault(owner + "." + name, values.get(name));
        if (known != null) {
            return known.stream();
        }
        if (inner instanceof GraphQLEnumType options) {
            List<String> each = options.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList();
            return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type))
                    ? Stream.concat(Stream.of(each.toString()), each.stream().map(value -> "[" + value + "]")) : each.stream();
        }
        if (inner instanceof GraphQLInputObjectType filter && name.equals("filter")) {
            return filter.getFields().stream().flatMap(condition -> values(owner, condition.getName(), condition.getType())
                    .map(value -> "{" + condition.getName() + ": " + value + "}"));
        }
        if (inner instanceof GraphQLInputObjectType filter && isCombining(name)) {
            return simple(owner, filter).limit(2)
                    .map(condition -> GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type)) ? "[" + condition + "]" : condition);
        }
        throw new AssertionError("no value is known for " + name + ": " + inner.getName() + "; add one");
    }

    /** Whether a field of a filter contains filters. */
    static boolean isCombining(String field) {
        return Set.of("and", "or", "not").contains(field);
    }

    /** Returns filters with one condition each. */
    Stream<String> simple(String owner, GraphQLInputObjectType filter) {
        return filter.getFields().stream().filter(condition -> !isCombining(condition.getName()))
                .flatMap(condition -> values(owner, condition.getName(), condition.getType())
                        .map(value -> "{" + condition.getName() + ": " + value + "}"));
    }

    private Stream<GraphQLObjectType> targets(GraphQLOutputType type) {
        GraphQLNamedType named = named(type);
        return named instanceof GraphQLUnionType union ? union.getTypes().stream().map(GraphQLObjectType.class::cast)
                : named instanceof GraphQLObjectType object ? Stream.of(object) : Stream.empty();
    }

    static GraphQLNamedType named(GraphQLOutputType type) {
        return GraphQLTypeUtil.unwrapAllAs(type);
    }

    /** Returns the required arguments. */
    String required(GraphQLFieldDefinition field) {
        return field.getArguments().stream().filter(QueryWalk::isRequired).map(
                argument -> argument.getName() + ": " + values(field.getName(), argument.getName(), argument.getType()).findFirst().get())
                .collect(Collectors.joining(", "));
    }

    private static String call(GraphQLFieldDefinition field, String arguments) {
        return field.getName() + (arguments.isEmpty() ? "" : "(" + arguments + ")");
    }

    static boolean isRequired(GraphQLArgument argument) {
        return GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue();
    }

    static boolean isCursor(GraphQLArgument argument) {
        return argument.getName().equals("after") || argument.getName().equals("before");
    }

    static String join(String... arguments) {
        return Stream.of(arguments).filter(argument -> !argument.isEmpty()).collect(Collectors.joining(", "));
    }
}
