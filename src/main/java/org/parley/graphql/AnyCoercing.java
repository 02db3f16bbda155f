package org.parley.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;
import java.util.Map;

/** The scalar `_Any` of Apollo Federation: an object with any fields. */
final class AnyCoercing implements Coercing<Object, Object> {

    static final GraphQLScalarType SCALAR = GraphQLScalarType.newScalar().name("_Any").coercing(new AnyCoercing()).build();

    private AnyCoercing() {
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        if (input instanceof Map<?, ?>) {
            return input;
        }
        throw CoercingParseValueException.newCoercingParseValueException().message("not an object").build();
    }

    @Override
    public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (input instanceof ObjectValue) {
            return Literals.value(input, variables.toMap());
        }
        throw CoercingParseLiteralException.newCoercingParseLiteralException().message("not an object").build();
    }
}
