package org.parley.graphql;

import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.execution.ValuesResolver;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.graphql.Selection.SelectedField;
import org.parley.graphql.ServedFields.ServedField;

/** Works out what a request selects, once for all objects of a level: fragments merged, arguments made of the variables. */
final class Selections {

    private static final FieldCollector COLLECTOR = new FieldCollector();

    private final ExecutionContext context;
    private final ServedFields served;

    Selections(ExecutionContext context, ServedFields served) {
        this.context = context;
        this.served = served;
    }

    /** What is selected of the objects of that type which are the field's values. */
    Selection below(SelectedField field, GraphQLObjectType type) {
        FieldCollectorParameters parameters = FieldCollectorParameters.newParameters().schema(context.getGraphQLSchema()).objectType(type)
                .fragments(context.getFragmentsByName()).variables(context.getCoercedVariables().toMap())
                .graphQLContext(context.getGraphQLContext()).build();
        return of(type, COLLECTOR.collectFields(parameters, field.asked()));
    }

    Selection of(GraphQLObjectType type, MergedSelectionSet merged) {
        List<SelectedField> fields = new ArrayList<>(merged.size());
        for (MergedField asked : merged.getSubFieldsList()) {
            ServedField field = served.of(type, asked.getName());
            fields.add(new SelectedField(asked, field, arguments(field, asked)));
        }
        return Selection.of(type, fields);
    }

    private Map<String, Object> arguments(ServedField field, MergedField asked) {
        List<GraphQLArgument> taken = field.definition().getArguments();
        return taken.isEmpty() ? Map.of() : ValuesResolver.getArgumentValues(context.getGraphQLSchema().getCodeRegistry(), taken,
                asked.getArguments(), context.getCoercedVariables(), context.getGraphQLContext(), context.getLocale());
    }
}
