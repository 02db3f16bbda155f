package org.parley.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How values of scalars are read: input coercion as in section 3.5 of the GraphQL specification. The framework's own scalars also take
 * texts, fractions and numbers out of range. Values are written as the framework writes them.
 */
final class InputScalars {

    static final String DAY = "Date";
    static final String MOMENT = "DateTime";

    private static final int LAST_YEAR = 9999;

    private InputScalars() {
    }

    /** The same scalar, read strictly. String and Boolean are the engine's own, which are strict. */
    static GraphQLScalarType strict(GraphQLScalarType scalar) {
        return switch (scalar.getName()) {
            case "Int" ->
                with(scalar, value -> value instanceof FloatValue ? Optional.empty() : number(value).flatMap(InputScalars::whole));
            case "Float" -> with(scalar, value -> number(value).map(BigDecimal::doubleValue).filter(Double::isFinite));
            case "ID" -> with(scalar, InputScalars::id);
            // the field that takes it reads the day
            case DAY -> with(scalar, InputScalars::text);
            case MOMENT -> with(scalar, value -> value instanceof Instant ? Optional.of(value) : text(value).flatMap(InputScalars::moment));
            default -> scalar;
        };
    }

    /** What to send for a scalar of that name. */
    static String wanted(String name) {
        return switch (name) {
            case "Int" -> "an Int is a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE + "; send one, without quotes";
            case "Float" -> "a Float is a number of double precision; send one that is finite, without quotes";
            case "Boolean" -> "a Boolean is true or false; send one of these, without quotes";
            case DAY -> "a Date is a text; send a day as \"YYYY-MM-DD\"";
            case MOMENT -> "a DateTime is a text; send a moment with its offset from UTC as \"YYYY-MM-DDThh:mm:ssZ\"";
            default -> "the type " + name + " is a text; send one, in quotes";
        };
    }

    private static GraphQLScalarType with(GraphQLScalarType scalar, Function<Object, Optional<?>> reading) {
        return scalar.transform(same -> same.coercing(new Reader(scalar.getCoercing(), wanted(scalar.getName()), reading)));
    }

    private static Optional<String> text(Object value) {
        return value instanceof StringValue literal ? Optional.of(literal.getValue())
                : value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The exact number of a literal or of a piece of JSON. */
    private static Optional<BigDecimal> number(Object value) {
        if (value instanceof IntValue literal) {
            return Optional.of(new BigDecimal(literal.getValue()));
        }
        if (value instanceof FloatValue literal) {
            return Optional.of(literal.getValue());
        }
        return value instanceof Number number && !(number instanceof Double d && !Double.isFinite(d))
                ? Optional.of(new BigDecimal(number.toString())) : Optional.empty();
    }

    /** In JSON 1.0 and 1 are the same number, and both are whole. */
    private static Optional<Integer> whole(BigDecimal number) {
        try {
            return Optional.of(number.intValueExact());
        } catch (ArithmeticException outOfRange) {
            return Optional.empty();
        }
    }

    private static Optional<String> id(Object value) {
        if (value instanceof IntValue literal) {
            return Optional.of(literal.getValue().toString());
        }
        return value instanceof Integer || value instanceof Long || value instanceof BigInteger ? Optional.of(value.toString())
                : text(value);
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text)).filter(moment -> moment.getYear() > 0 && moment.getYear() <= LAST_YEAR)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /**
     * Reads values and literals alike.
     *
     * @param written how a value is written
     * @param wanted what to send, in words
     * @param reading the value of a literal or of a piece of JSON; empty where it is none
     */
    private record Reader(Coercing<?, ?> written, String wanted, Function<Object, Optional<?>> reading)
            implements
                Coercing<Object, Object> {

        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return written.serialize(value, context, locale);
        }

        @Override
        public Object parseValue(Object given, GraphQLContext context, Locale locale) {
            return reading.apply(given).orElseThrow(() -> new CoercingParseValueException(wanted));
        }

        @Override
        public Object parseLiteral(Value<?> given, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return reading.apply(given).orElseThrow(() -> new CoercingParseLiteralException(wanted));
        }

        @Override
        public Value<?> valueToLiteral(Object given, GraphQLContext context, Locale locale) {
            return given instanceof Integer whole ? IntValue.of(whole)
                    : given instanceof Double number ? FloatValue.of(number) : StringValue.of(String.valueOf(given));
        }
    }
}
