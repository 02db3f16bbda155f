package org.parley.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.util.HashMap;
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
            return value(input, variables);
        }
        throw CoercingParseLiteralException.newCoercingParseLiteralException().message("not an object").build();
    }

    private static Object value(Value<?> literal, CoercedVariables variables) {
        if (literal instanceof ObjectValue object) {
            Map<String, Object> fields = new HashMap<>();
            for (ObjectField field : object.getObjectFields()) {
                fields.put(field.getName(), value(field.getValue(), variables));
            }
            return fields;
        }
        if (literal instanceof ArrayValue list) {
            return list.getValues().stream().map(item -> value(item, variables)).toList();
        }
        return literal instanceof VariableReference variable ? variables.get(variable.getName())
                : literal instanceof StringValue text ? text.getValue()
                        : literal instanceof IntValue number ? number.getValue()
                                : literal instanceof FloatValue number ? number.getValue() : literal instanceof BooleanValue truth
                                        ? truth.isValue() : literal instanceof EnumValue name ? name.getName() : null;
    }
}
