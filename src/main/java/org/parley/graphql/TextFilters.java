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

/** The weight of `filter.text`: PostgreSQL checks each record that may contain the text, and frequent words are in many. */
final class TextFilters {

    /** The work of a root field, which makes the operation expensive. */
    static final int WORK_AT_ROOT = 2_000;
    /** The work for each parent. */
    static final int WORK = 200;

    private static final String FILTER = "filter";
    private static final String TEXT = "text";
    /** Filters that search only names. */
    static final Set<String> CHEAP = Set.of("ActorFilter", "IssueFilter", "PlaceFilter", "SourceFilter");
    private static final String ROOT = "Query";

    private final CoercedVariables variables;

    TextFilters(CoercedVariables variables) {
        this.variables = variables;
    }

    /** Returns the work of the text filters of a field, for each parent; 0 without one. */
    int work(Field field, GraphQLFieldDefinition definition, GraphQLCompositeType parent) {
        GraphQLArgument filter = definition.getArgument(FILTER);
        if (filter == null || CHEAP.contains(GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapAll(filter.getType())))) {
            return 0;
        }
        int texts = field.getArguments().stream().filter(argument -> argument.getName().equals(FILTER))
                .mapToInt(argument -> texts(argument.getValue())).sum();
        return texts * (parent.getName().equals(ROOT) ? WORK_AT_ROOT : WORK);
    }

    /** Returns the number of texts in a filter and the filters inside it. */
    private int texts(Value<?> filter) {
        if (filter instanceof VariableReference variable) {
            return textsOf(variables.get(variable.getName()));
        }
        if (filter instanceof ArrayValue filters) {
            return filters.getValues().stream().mapToInt(this::texts).sum();
        }
        return filter instanceof ObjectValue object ? object.getObjectFields().stream()
                .mapToInt(field -> field.getName().equals(TEXT) ? isPresent(field.getValue()) ? 1 : 0 : texts(field.getValue())).sum() : 0;
    }

    private static int textsOf(Object value) {
        if (value instanceof Collection<?> filters) {
            return filters.stream().mapToInt(TextFilters::textsOf).sum();
        }
        return value instanceof Map<?, ?> fields
                ? fields.entrySet().stream()
                        .mapToInt(field -> field.getKey().equals(TEXT) ? field.getValue() == null ? 0 : 1 : textsOf(field.getValue())).sum()
                : 0;
    }

    private boolean isPresent(Value<?> value) {
        return value instanceof VariableReference variable ? variables.get(variable.getName()) != null : !(value instanceof NullValue);
    }
}
