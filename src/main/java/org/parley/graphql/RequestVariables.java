package org.parley.graphql;

import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.language.OperationDefinition;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import java.util.HashMap;
import java.util.Map;

/** The coerced variables of an operation, as sent. */
final class RequestVariables {

    private static final String SENT = "parley.variables";
    private static final String BOOLEAN = "Boolean";

    private RequestVariables() {
    }

    static CoercedVariables of(ExecutionContext context) {
        return context.getGraphQLContext().getOrDefault(SENT, context.getCoercedVariables());
    }

    /**
     * Returns the context with false for null variables of type Boolean, because graphql-java fails on a null condition when it collects
     * fields.
     */
    static ExecutionContext withoutNullConditions(ExecutionContext context) {
        Map<String, Object> variables = new HashMap<>(context.getCoercedVariables().toMap());
        OperationDefinition operation = context.getOperationDefinition();
        boolean changed = false;
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            if (variable.getType() instanceof TypeName type && type.getName().equals(BOOLEAN)) {
                changed |= variables.replace(variable.getName(), null, false);
            }
        }
        if (!changed) {
            return context;
        }
        context.getGraphQLContext().put(SENT, context.getCoercedVariables());
        return context.transform(same -> same.coercedVariables(CoercedVariables.of(variables)));
    }
}
