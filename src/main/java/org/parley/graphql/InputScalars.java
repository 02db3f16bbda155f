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
import org.parley.graphql.CustomScalars.JsonCoercing;

/**
 * Strict input coercion of scalars. SmallRye's own scalars also accept strings, fractions and numbers out of range. Output is that of
 * SmallRye.
 *
 * @see <a href="https://spec.graphql.org/October2021/#sec-Scalars">GraphQL, section 3.5</a>
 */
final class InputScalars {

    static final String DATE = "Date";
    static final String DATE_TIME = "DateTime";

    private static final int LAST_YEAR = 9999;

    private InputScalars() {
    }

    /** Returns the scalar with strict input coercion. String and Boolean are those of graphql-java, which are strict. */
    static GraphQLScalarType strict(GraphQLScalarType generated) {
        GraphQLScalarType scalar = CustomScalars.specified(generated);
        return switch (scalar.getName()) {
            case "Int" ->
                with(scalar, value -> value instanceof FloatValue ? Optional.empty() : number(value).flatMap(InputScalars::integer));
            case "Float" -> with(scalar, value -> number(value).map(BigDecimal::doubleValue).filter(Double::isFinite));
            case "ID" -> with(scalar, InputScalars::id);
            // The resolver parses the date.
            case DATE -> with(scalar, InputScalars::text);
            case DATE_TIME ->
                with(scalar, value -> value instanceof Instant ? Optional.of(value) : text(value).flatMap(InputScalars::instant));
            case JsonCoercing.NAME -> scalar.transform(same -> same.coercing(new JsonCoercing()));
            default -> scalar;
        };
    }

    /** Returns what to send for a scalar. */
    static String advice(String name) {
        return switch (name) {
            case "Int" -> "not a valid Int; send an integer from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE + ", without quotes";
            case "Float" -> "not a valid Float; send a finite number of double precision, without quotes";
            case "Boolean" -> "not a valid Boolean; send true or false, without quotes";
            case DATE -> "not a valid Date; send a string \"YYYY-MM-DD\"";
            case DATE_TIME -> "not a valid DateTime; send a string with the offset from UTC, \"YYYY-MM-DDThh:mm:ssZ\"";
            default -> "not a valid " + name + "; send a string in quotes";
        };
    }

    private static GraphQLScalarType with(GraphQLScalarType scalar, Function<Object, Optional<?>> input) {
        return scalar.transform(same -> same.coercing(new Reader(scalar.getCoercing(), advice(scalar.getName()), input)));
    }

    private static Optional<String> text(Object value) {
        return value instanceof StringValue literal ? Optional.of(literal.getValue())
                : value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Returns the exact number of a literal or of a JSON value. */
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

    /** 1.0 is an integer too, because JSON does not distinguish 1.0 and 1. */
    private static Optional<Integer> integer(BigDecimal number) {
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

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text)).filter(moment -> moment.getYear() > 0 && moment.getYear() <= LAST_YEAR)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException invalid) {
            return Optional.empty();
        }
    }

    /**
     * Coerces values and literals.
     *
     * @param output the coercion of output
     * @param advice what to send
     * @param input returns the value of a literal or of a JSON value; empty if it is invalid
     */
    private record Reader(Coercing<?, ?> output, String advice, Function<Object, Optional<?>> input) implements Coercing<Object, Object> {

        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return output.serialize(value, context, locale);
        }

        @Override
        public Object parseValue(Object value, GraphQLContext context, Locale locale) {
            return input.apply(value).orElseThrow(() -> new CoercingParseValueException(advice));
        }

        @Override
        public Object parseLiteral(Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return input.apply(value).orElseThrow(() -> new CoercingParseLiteralException(advice));
        }

        @Override
        public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
            return value instanceof Integer integer ? IntValue.of(integer)
                    : value instanceof Double number ? FloatValue.of(number) : StringValue.of(String.valueOf(value));
        }
    }
}
