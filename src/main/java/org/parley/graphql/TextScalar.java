package org.parley.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** How a scalar that is sent as a text is read: as what the text says, or refused in words. It is written as the framework writes it. */
record TextScalar(Coercing<?, ?> written, String wanted, Function<String, Optional<?>> reading) implements Coercing<Object, Object> {

    static final String DAY = "Date";
    static final String MOMENT = "DateTime";

    private static final int LAST_YEAR = 9999;

    /** Read as its text: the room that takes it reads the day. */
    static GraphQLScalarType day(GraphQLScalarType scalar) {
        return of(scalar, "a Date is a text; send a day as \"YYYY-MM-DD\"", Optional::of);
    }

    /** Read as a moment, with its offset from UTC. */
    static GraphQLScalarType moment(GraphQLScalarType scalar) {
        return of(scalar, "a DateTime is a text; send a moment with its offset from UTC as \"YYYY-MM-DDThh:mm:ssZ\"", TextScalar::moment);
    }

    private static GraphQLScalarType of(GraphQLScalarType scalar, String wanted, Function<String, Optional<?>> reading) {
        return scalar.transform(same -> same.coercing(new TextScalar(scalar.getCoercing(), wanted, reading)));
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text)).filter(moment -> moment.getYear() > 0 && moment.getYear() <= LAST_YEAR)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        return written.serialize(value, context, locale);
    }

    @Override
    public Object parseValue(Object given, GraphQLContext context, Locale locale) {
        return (given instanceof Instant ? Optional.of(given) : given instanceof String text ? reading.apply(text) : Optional.empty())
                .orElseThrow(() -> new CoercingParseValueException(wanted));
    }

    @Override
    public Object parseLiteral(Value<?> given, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return (given instanceof StringValue text ? reading.apply(text.getValue()) : Optional.empty())
                .orElseThrow(() -> new CoercingParseLiteralException(wanted));
    }

    @Override
    public Value<?> valueToLiteral(Object given, GraphQLContext context, Locale locale) {
        return StringValue.of(String.valueOf(given));
    }
}
