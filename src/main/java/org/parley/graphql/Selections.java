package org.parley.graphql;

import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.execution.MergedField;
import graphql.execution.ValuesResolver;
import graphql.language.Field;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.graphql.CollectedFields.CollectedField;
import org.parley.graphql.Selection.Refusal;
import org.parley.graphql.Selection.SelectedField;
import org.parley.graphql.ServedFields.ServedField;

/** Works out what a request selects, once for all objects of a level: fragments merged, arguments made of the variables. */
final class Selections {

    private final ExecutionContext context;
    private final ServedFields served;
    private final CoercedVariables variables;
    private final CollectedFields collected;
    private final NullArguments nulls;

    Selections(ExecutionContext context, ServedFields served) {
        this.context = context;
        this.served = served;
        this.variables = RequestVariables.of(context);
        this.collected = new CollectedFields(context, variables);
        this.nulls = new NullArguments(variables);
    }

    /** What is selected of the root. */
    Selection ofRoot(GraphQLObjectType type) {
        return of(type, List.of(context.getOperationDefinition().getSelectionSet()));
    }

    /** What is selected of the objects of that type which are the field's values. */
    Selection below(SelectedField field, GraphQLObjectType type) {
        return of(type, field.asked().getFields().stream().map(Field::getSelectionSet).toList());
    }

    private Selection of(GraphQLObjectType type, List<SelectionSet> sets) {
        List<SelectedField> fields = new ArrayList<>();
        for (CollectedField one : collected.of(type, sets)) {
            fields.add(field(served.of(type, one.asked().getName()), one));
        }
        return Selection.of(type, fields);
    }

    private SelectedField field(ServedField field, CollectedField collected) {
        MergedField asked = collected.asked();
        if (collected.refusal() != null) {
            return new SelectedField(asked, field, Map.of(), new Refusal(collected.refusal(), true));
        }
        List<GraphQLArgument> taken = field.definition().getArguments();
        if (taken.isEmpty()) {
            return new SelectedField(asked, field, Map.of(), null);
        }
        String refusal = nulls.refusal(taken, asked.getArguments());
        return refusal == null ? new SelectedField(asked, field, arguments(taken, asked), null)
                : new SelectedField(asked, field, Map.of(), new Refusal(refusal, false));
    }

    private Map<String, Object> arguments(List<GraphQLArgument> taken, MergedField asked) {
        return ValuesResolver.getArgumentValues(context.getGraphQLSchema().getCodeRegistry(), taken, asked.getArguments(), variables,
                context.getGraphQLContext(), context.getLocale());
    }
}
