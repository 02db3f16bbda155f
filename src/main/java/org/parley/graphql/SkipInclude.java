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
 * The result of `@skip` and `@include` for a selection. Null, from a variable with a default, is invalid.
 *
 * @param included whether the selection is included
 * @param rejection why the selection is rejected; null if it is not
 */
record SkipInclude(boolean included, String rejection) {

    private static final SkipInclude INCLUDED = new SkipInclude(true, null);
    private static final SkipInclude EXCLUDED = new SkipInclude(false, null);

    static SkipInclude of(Selection<?> selection, CoercedVariables variables) {
        SkipInclude condition = INCLUDED;
        for (Directive directive : ((DirectivesContainer<?>) selection).getDirectives()) {
            SkipInclude one = of(directive, variables);
            if (one == EXCLUDED) {
                return EXCLUDED;
            }
            condition = one == INCLUDED ? condition : one;
        }
        return condition;
    }

    private static SkipInclude of(Directive directive, CoercedVariables variables) {
        boolean skips = directive.getName().equals(Directives.SkipDirective.getName());
        if (!skips && !directive.getName().equals(Directives.IncludeDirective.getName())) {
            return INCLUDED;
        }
        Value<?> argument = directive.getArgument("if").getValue();
        Object value = argument instanceof VariableReference variable ? variables.get(variable.getName())
                : ((BooleanValue) argument).isValue();
        if (value == null) {
            return new SkipInclude(false, "@" + directive.getName() + "(if: $" + ((VariableReference) argument).getName()
                    + "): the variable is null; send true or false, or omit it");
        }
        return skips == (boolean) value ? EXCLUDED : INCLUDED;
    }
}
