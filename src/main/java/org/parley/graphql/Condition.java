package org.parley.graphql;

import graphql.Directives;
import graphql.execution.CoercedVariables;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Selection;
import graphql.language.Value;
import graphql.language.VariableReference;

/**
 * What `@skip` and `@include` say of a selection. A variable with a default may bring a null, which is neither true nor false: what it was
 * to decide on is then refused.
 *
 * @param included whether the selection is answered
 * @param refusal why it cannot be; null where it can, or is left out
 */
record Condition(boolean included, String refusal) {

    private static final Condition INCLUDED = new Condition(true, null);
    private static final Condition LEFT_OUT = new Condition(false, null);

    static Condition of(Selection<?> selection, CoercedVariables variables) {
        Condition condition = INCLUDED;
        for (Directive directive : ((DirectivesContainer<?>) selection).getDirectives()) {
            Condition one = of(directive, variables);
            if (one == LEFT_OUT) {
                return LEFT_OUT;
            }
            condition = one == INCLUDED ? condition : one;
        }
        return condition;
    }

    private static Condition of(Directive directive, CoercedVariables variables) {
        boolean skips = directive.getName().equals(Directives.SkipDirective.getName());
        if (!skips && !directive.getName().equals(Directives.IncludeDirective.getName())) {
            return INCLUDED;
        }
        Value<?> given = directive.getArgument("if").getValue();
        Object value = given instanceof VariableReference variable ? variables.get(variable.getName()) : ((BooleanValue) given).isValue();
        if (value == null) {
            return new Condition(false, "@" + directive.getName() + "(if: $" + ((VariableReference) given).getName()
                    + "): the variable is null; send true or false, or leave it out");
        }
        return skips == (boolean) value ? LEFT_OUT : INCLUDED;
    }
}
