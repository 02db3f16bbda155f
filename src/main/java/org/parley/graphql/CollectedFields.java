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

/** Collects the fields of selection sets as in section 6.3.2 of the GraphQL specification: fragments resolved, merged by response key. */
final class CollectedFields {

    /** A field, and why it cannot be answered; null where it can. */
    record CollectedField(MergedField asked, String refusal) {}

    /** The places at which one response key is asked for. What is refused counts only where nothing else asks for it. */
    private static final class Places {

        private final List<Field> answered = new ArrayList<>(1);
        private final List<Field> refused = new ArrayList<>(0);
        private String refusal;

        private void add(Field field, String refused) {
            (refused == null ? answered : this.refused).add(field);
            refusal = refused == null ? refusal : refused;
        }

        private CollectedField merged() {
            return answered.isEmpty() ? new CollectedField(MergedField.newMergedField(refused).build(), refusal)
                    : new CollectedField(MergedField.newMergedField(answered).build(), null);
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
        Map<String, Places> byKey = new LinkedHashMap<>();
        Set<String> visited = new HashSet<>();
        sets.forEach(set -> collect(set, type, null, visited, byKey));
        return byKey.values().stream().map(Places::merged).toList();
    }

    private void collect(SelectionSet set, GraphQLObjectType type, String refusal, Set<String> visited, Map<String, Places> byKey) {
        for (Selection<?> selection : set.getSelections()) {
            Condition condition = Condition.of(selection, variables);
            String refused = refusal == null ? condition.refusal() : refusal;
            if (!condition.included() && condition.refusal() == null) {
                continue;
            }
            if (selection instanceof Field field) {
                byKey.computeIfAbsent(field.getResultKey(), key -> new Places()).add(field, refused);
            } else if (selection instanceof InlineFragment inline) {
                if (applies(inline.getTypeCondition(), type)) {
                    collect(inline.getSelectionSet(), type, refused, visited, byKey);
                }
            } else {
                FragmentDefinition fragment = fragments.get(((FragmentSpread) selection).getName());
                // one that is refused may be spread again where it is not
                if (visited.add((refused == null ? "" : "?") + fragment.getName()) && applies(fragment.getTypeCondition(), type)) {
                    collect(fragment.getSelectionSet(), type, refused, visited, byKey);
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
