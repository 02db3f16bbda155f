package org.parley.graphql;

import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * The weight of filters, and of `together` as an argument, for which PostgreSQL reads all meetings of an actor for each parent. For `text`
 * and `changesStance`, PostgreSQL checks each record that may match. Each filter inside `and`, `or` and `not` adds conditions that may use
 * no index.
 */
final class FilterWeights {

    /** The work of a root field, which makes the operation expensive. */
    static final int WORK_AT_ROOT = 2_000;
    /** The work for each parent. */
    static final int WORK = 200;
    /** The work of each filter inside another one. */
    static final int NESTED = 50;

    /** The work of `together` for each parent. */
    static final int TOGETHER = 50;

    private static final String FILTER = "filter";
    /** Conditions that PostgreSQL checks for each record. `changesStance` took 2.0 s for 93,000 positions, on a busy machine. */
    static final Set<String> COSTLY = Set.of("text", "changesStance");
    /** Filters that search only names. */
    static final Set<String> CHEAP = Set.of("ActorFilter", "IssueFilter", "PlaceFilter", "SourceFilter");
    private static final String ROOT = "Query";
    private static final Set<String> COMBINING = Set.of("and", "or", "not");

    /** The number of costly conditions in a filter, and of the filters inside it. */
    private record Size(int costly, int filters) {

        private static final Size NONE = new Size(0, 0);
        private static final Size COSTLY = new Size(1, 0);

        private Size plus(Size other) {
            return new Size(costly + other.costly, filters + other.filters);
        }

        private Size inside() {
            return new Size(costly, filters + 1);
        }
    }

    private final CoercedVariables variables;

    FilterWeights(CoercedVariables variables) {
        this.variables = variables;
    }

    /** Returns the work of the arguments of a field, for each parent. */
    int work(Field field, GraphQLFieldDefinition definition, GraphQLCompositeType parent) {
        boolean together = field.getArguments().stream().filter(argument -> argument.getName().equals(StandardArguments.TOGETHER))
                .anyMatch(argument -> isSent(argument.getValue()));
        return filterWork(field, definition, parent) + (together ? TOGETHER : 0);
    }

    private boolean isSent(Value<?> value) {
        return value instanceof VariableReference variable ? variables.get(variable.getName()) != null : !(value instanceof NullValue);
    }

    private int filterWork(Field field, GraphQLFieldDefinition definition, GraphQLCompositeType parent) {
        GraphQLArgument filter = definition.getArgument(FILTER);
        if (filter == null) {
            return 0;
        }
        boolean cheap = CHEAP.contains(GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapAll(filter.getType())));
        int each = cheap ? 0 : parent.getName().equals(ROOT) ? WORK_AT_ROOT : WORK;
        Size size = field.getArguments().stream().filter(argument -> argument.getName().equals(FILTER))
                .map(argument -> size(argument.getValue())).reduce(Size.NONE, Size::plus);
        return size.costly * each + size.filters * NESTED;
    }

    private Size size(Value<?> filter) {
        if (filter instanceof VariableReference variable) {
            return sizeOf(variables.get(variable.getName()));
        }
        if (filter instanceof ArrayValue filters) {
            return filters.getValues().stream().map(this::size).reduce(Size.NONE, Size::plus);
        }
        return filter instanceof ObjectValue object
                ? object.getObjectFields().stream().map(field -> size(field.getName(), field.getValue())).reduce(Size.NONE, Size::plus)
                : Size.NONE;
    }

    private Size size(String name, Value<?> value) {
        if (value instanceof VariableReference variable) {
            return sizeOf(name, variables.get(variable.getName()));
        }
        if (COSTLY.contains(name)) {
            return value instanceof NullValue ? Size.NONE : Size.COSTLY;
        }
        if (!COMBINING.contains(name)) {
            return Size.NONE;
        }
        return value instanceof ArrayValue filters
                ? filters.getValues().stream().map(inner -> size(inner).inside()).reduce(Size.NONE, Size::plus)
                : value instanceof NullValue ? Size.NONE : size(value).inside();
    }

    private static Size sizeOf(Object value) {
        return value instanceof Map<?, ?> fields
                ? fields.entrySet().stream().map(field -> sizeOf((String) field.getKey(), field.getValue())).reduce(Size.NONE, Size::plus)
                : Size.NONE;
    }

    private static Size sizeOf(String name, Object value) {
        if (value == null || !COSTLY.contains(name) && !COMBINING.contains(name)) {
            return Size.NONE;
        }
        if (COSTLY.contains(name)) {
            return Size.COSTLY;
        }
        return value instanceof Collection<?> filters ? filters.stream().map(inner -> sizeOf(inner).inside()).reduce(Size.NONE, Size::plus)
                : sizeOf(value).inside();
    }
}
