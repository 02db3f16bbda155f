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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.parley.graphql.CollectedFields.CollectedField;
import org.parley.graphql.FieldRegistry.SchemaField;
import org.parley.graphql.Selection.Rejection;
import org.parley.graphql.Selection.SelectedField;

/** Computes the selections of a request, each once for all objects of a level. */
final class SelectionCollector {

    private final ExecutionContext context;
    private final FieldRegistry registry;
    private final CoercedVariables variables;
    private final CollectedFields collected;
    private final NullArgumentCheck nulls;
    private final Map<SelectedField, Map<GraphQLObjectType, Selection>> below = new IdentityHashMap<>();

    SelectionCollector(ExecutionContext context, FieldRegistry registry) {
        this.context = context;
        this.registry = registry;
        this.variables = RequestVariables.of(context);
        this.collected = new CollectedFields(context, variables);
        this.nulls = new NullArgumentCheck(variables);
    }

    /** Returns the selection of the root. */
    Selection ofRoot(GraphQLObjectType type) {
        return of(type, List.of(context.getOperationDefinition().getSelectionSet()));
    }

    /** Returns the selection below a field for an object type. */
    Selection below(SelectedField field, GraphQLObjectType type) {
        return below.computeIfAbsent(field, absent -> new IdentityHashMap<>(2)).computeIfAbsent(type, absent -> collect(field, type));
    }

    private Selection collect(SelectedField field, GraphQLObjectType type) {
        return of(type, field.merged().getFields().stream().map(Field::getSelectionSet).toList());
    }

    private Selection of(GraphQLObjectType type, List<SelectionSet> sets) {
        List<SelectedField> fields = new ArrayList<>();
        for (CollectedField next : collected.of(type, sets)) {
            fields.add(field(registry.of(type, next.merged().getName()), next));
        }
        return Selection.of(type, fields);
    }

    private SelectedField field(SchemaField field, CollectedField collected) {
        MergedField merged = collected.merged();
        if (collected.rejection() != null) {
            return new SelectedField(merged, field, Map.of(), new Rejection(collected.rejection(), true));
        }
        List<GraphQLArgument> definitions = field.definition().getArguments();
        if (definitions.isEmpty()) {
            return new SelectedField(merged, field, Map.of(), null);
        }
        String rejection = nulls.rejection(definitions, merged.getArguments());
        return rejection == null ? new SelectedField(merged, field, arguments(definitions, merged), null)
                : new SelectedField(merged, field, Map.of(), new Rejection(rejection, false));
    }

    private Map<String, Object> arguments(List<GraphQLArgument> definitions, MergedField merged) {
        return ValuesResolver.getArgumentValues(context.getGraphQLSchema().getCodeRegistry(), definitions, merged.getArguments(), variables,
                context.getGraphQLContext(), context.getLocale());
    }
}
