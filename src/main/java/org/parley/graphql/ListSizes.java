package org.parley.graphql;

import graphql.execution.ExecutionContext;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Set;
import org.parley.paging.PageRequest;

/** Maximum sizes of the lists of an operation: from their arguments, or the assumed size of a list without a page size. */
final class ListSizes {

    private static final Set<String> PAGE_ITEMS = Set.of("nodes", "edges");

    /** Arguments that name the items. */
    private static final Set<String> ID_LISTS = Set.of(StandardArguments.IDS, Federation.REPRESENTATIONS);

    private final ExecutionContext context;
    private final FieldWeights weights;

    ListSizes(ExecutionContext context, FieldWeights weights) {
        this.context = context;
        this.weights = weights;
    }

    /** Returns the number of items of the page below this field; 1 if it is no connection. */
    int page(Field field, GraphQLCompositeType type) {
        return isConnection(type) ? size(field, PageRequest.DEFAULT_SIZE) : 1;
    }

    /**
     * Returns the number of items of a field itself.
     *
     * @param page the size of the enclosing page
     */
    int items(Field field, GraphQLCompositeType parent, GraphQLOutputType type, int page) {
        if (!GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type))) {
            return 1;
        }
        return isConnection(parent) && PAGE_ITEMS.contains(field.getName()) ? page : size(field, weights.items(parent, field.getName()));
    }

    static boolean isConnection(GraphQLCompositeType type) {
        return type.getName().endsWith("Connection");
    }

    private int size(Field field, int defaultSize) {
        for (Argument argument : field.getArguments()) {
            Object size = value(argument.getValue());
            if (Set.of("first", "last").contains(argument.getName()) && size instanceof Number number) {
                return Math.max(1, Math.min(number.intValue(), PageRequest.MAX_SIZE));
            }
            if (ID_LISTS.contains(argument.getName()) && size instanceof List<?> ids) {
                return Math.max(1, ids.size());
            }
        }
        return defaultSize;
    }

    private Object value(Value<?> value) {
        if (value instanceof VariableReference variable) {
            return context.getCoercedVariables().get(variable.getName());
        }
        return value instanceof IntValue number ? number.getValue() : value instanceof ArrayValue list ? list.getValues() : null;
    }
}
