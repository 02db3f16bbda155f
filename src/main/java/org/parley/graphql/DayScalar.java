package org.parley.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;

/** How a Date is read: as a text, whose day the room that takes it reads; and written as the framework writes it. */
final class DayScalar implements Coercing<Object, Object> {

    static final String NAME = "Date";

    private static final String WANTED = "a Date is a text; send a day as \"YYYY-MM-DD\"";

    private final Coercing<?, ?> written;

    private DayScalar(Coercing<?, ?> written) {
        this.written = written;
    }

    static GraphQLScalarType of(GraphQLScalarType scalar) {
        return scalar.transform(same -> same.coercing(new DayScalar(scalar.getCoercing())));
    }

    @Override
    public Object serialize(Object day, GraphQLContext context, Locale locale) {
        return written.serialize(day, context, locale);
    }

    @Override
    public Object parseValue(Object given, GraphQLContext context, Locale locale) {
        if (given instanceof String text) {
            return text;
        }
        throw new CoercingParseValueException(WANTED);
    }

    @Override
    public Object parseLiteral(Value<?> given, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (given instanceof StringValue text) {
            return text.getValue();
        }
        throw new CoercingParseLiteralException(WANTED);
    }

    @Override
    public Value<?> valueToLiteral(Object given, GraphQLContext context, Locale locale) {
        return StringValue.of(String.valueOf(given));
    }
}
