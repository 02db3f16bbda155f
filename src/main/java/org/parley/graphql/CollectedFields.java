package org.parley.graphql;

import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.execution.MergedField;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the fields of selection sets: resolves fragments and merges fields by response key.
 *
 * @see <a href="https://spec.graphql.org/October2021/#sec-Field-Collection">GraphQL, section 6.3.2</a>
 */
final class CollectedFields {

    /** A field, and why it is rejected; null if it is not. */
    record CollectedField(MergedField merged, String rejection) {}

    /** The occurrences of one response key. It is rejected only if all of them are. */
    private static final class Occurrences {

        private final List<Field> accepted = new ArrayList<>(1);
        private final List<Field> rejected = new ArrayList<>(0);
        private String rejection;

        private void add(Field field, String reason) {
            (reason == null ? accepted : rejected).add(field);
            rejection = reason == null ? rejection : reason;
        }

        private CollectedField merged() {
            return accepted.isEmpty() ? new CollectedField(MergedField.newMergedField(rejected).build(), rejection)
                    : new CollectedField(MergedField.newMergedField(accepted).build(), null);
        }
    }

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final CoercedVariables variables;

    CollectedFields(ExecutionContext context, CoercedVariables variables) {
        this.schema = context.getGraphQLSchema();
        this.fragments = context.getFragmentsByName();
        this.variables = variables;
    }

    List<CollectedField> of(GraphQLObjectType type, List<SelectionSet> sets) {
        Map<String, Occurrences> byKey = new LinkedHashMap<>();
        Set<String> visited = new HashSet<>();
        sets.forEach(set -> collect(set, type, null, visited, byKey));
        return byKey.values().stream().map(Occurrences::merged).toList();
    }

    private void collect(SelectionSet set, GraphQLObjectType type, String rejection, Set<String> visited, Map<String, Occurrences> byKey) {
        for (Selection<?> selection : set.getSelections()) {
            SkipInclude condition = SkipInclude.of(selection, variables);
            String rejected = rejection == null ? condition.rejection() : rejection;
            if (!condition.included() && condition.rejection() == null) {
                continue;
            }
            if (selection instanceof Field field) {
                byKey.computeIfAbsent(field.getResultKey(), key -> new Occurrences()).add(field, rejected);
            } else if (selection instanceof InlineFragment inline) {
                if (applies(inline.getTypeCondition(), type)) {
                    collect(inline.getSelectionSet(), type, rejected, visited, byKey);
                }
            } else {
                FragmentDefinition fragment = fragments.get(((FragmentSpread) selection).getName());
                // A fragment that is rejected in one place may be spread in another.
                if (visited.add((rejected == null ? "" : "?") + fragment.getName()) && applies(fragment.getTypeCondition(), type)) {
                    collect(fragment.getSelectionSet(), type, rejected, visited, byKey);
                }
            }
        }
    }

    private boolean applies(TypeName on, GraphQLObjectType type) {
        if (on == null || on.getName().equals(type.getName())) {
            return true;
        }
        GraphQLType condition = schema.getType(on.getName());
        return condition instanceof GraphQLInterfaceType several && schema.isPossibleType(several, type)
                || condition instanceof GraphQLUnionType union && schema.isPossibleType(union, type);
    }
}
