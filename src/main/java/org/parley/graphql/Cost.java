package org.parley.graphql;

import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.introspection.Introspection;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.Map;

/**
 * Upper bound of the cost of an operation, and its depth. The cost is the number of fields of the response, rows of pages and work of
 * expensive fields, multiplied by the sizes of the enclosing lists. Each fragment is weighed once per enclosing page size, so this takes
 * linear time.
 */
final class Cost {

    /** The weight of a selection: cost, levels and fields of the first level. */
    record Weight(long cost, int depth, int width) {

        private static final Weight NONE = new Weight(0, 0, 0);

        private Weight plus(Weight other) {
            return new Weight(capped(cost + other.cost), Math.max(depth, other.depth), width + other.width);
        }

        private static long capped(long cost) {
            return Math.min(cost, Long.MAX_VALUE >> 16);
        }
    }

    private final ExecutionContext context;
    private final GraphQLSchema schema;
    private final FieldWeights weights;
    private final FilterWeights filters;
    private final ListSizes sizes;
    private final CoercedVariables variables;
    private final Map<String, Weight> weighed = new HashMap<>();

    private Cost(ExecutionContext context, int listSize) {
        this.context = context;
        this.schema = context.getGraphQLSchema();
        this.variables = RequestVariables.of(context);
        this.weights = new FieldWeights(schema, listSize);
        this.filters = new FilterWeights(context.getCoercedVariables());
        this.sizes = new ListSizes(context, weights);
    }

    static Weight of(ExecutionContext context, int listSize) {
        GraphQLCompositeType root = switch (context.getOperationDefinition().getOperation()) {
            case QUERY -> context.getGraphQLSchema().getQueryType();
            case MUTATION -> context.getGraphQLSchema().getMutationType();
            case SUBSCRIPTION -> context.getGraphQLSchema().getSubscriptionType();
        };
        return new Cost(context, listSize).weigh(context.getOperationDefinition().getSelectionSet(), root, 1);
    }

    private Weight weigh(SelectionSet selections, GraphQLCompositeType type, int page) {
        Weight weight = Weight.NONE;
        for (Selection<?> selection : selections.getSelections()) {
            weight = weight.plus(weigh(selection, type, page));
        }
        return weight;
    }

    private Weight weigh(Selection<?> selection, GraphQLCompositeType type, int page) {
        if (!SkipInclude.of(selection, variables).included()) {
            return Weight.NONE;
        }
        if (selection instanceof Field field) {
            return weigh(field, type, page);
        }
        if (selection instanceof InlineFragment inline) {
            GraphQLCompositeType on = inline.getTypeCondition() == null ? type : composite(inline.getTypeCondition().getName());
            return weigh(inline.getSelectionSet(), on, page);
        }
        FragmentDefinition fragment = context.getFragmentsByName().get(((FragmentSpread) selection).getName());
        String key = fragment.getName() + " " + page;
        Weight known = weighed.get(key);
        if (known == null) {
            known = weigh(fragment.getSelectionSet(), composite(fragment.getTypeCondition().getName()), page);
            weighed.put(key, known);
        }
        return known;
    }

    private GraphQLCompositeType composite(String name) {
        return (GraphQLCompositeType) schema.getType(name);
    }

    /** The rows of a page count even if none of its items is selected, because they are read. */
    private Weight weigh(Field field, GraphQLCompositeType type, int page) {
        GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, type, field.getName());
        GraphQLOutputType output = definition.getType();
        long work = weights.work(type, field.getName()) + filters.work(field, definition, type);
        long items = sizes.items(field, type, output, page);
        if (field.getSelectionSet() == null) {
            return new Weight(work + items, 1, 1);
        }
        GraphQLCompositeType inner = (GraphQLCompositeType) GraphQLTypeUtil.unwrapAll(output);
        int rows = sizes.page(field, inner);
        Weight below = weigh(field.getSelectionSet(), inner, rows);
        long read = ListSizes.isConnection(inner) ? rows : 0;
        return new Weight(Weight.capped(1 + work + items * Math.min(read + below.cost(), Long.MAX_VALUE >> 24)), 1 + below.depth(), 1);
    }
}
