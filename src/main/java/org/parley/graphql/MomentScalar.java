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

/** How a DateTime is read: as a moment, with its offset from UTC; and written as the framework writes it. */
final class MomentScalar implements Coercing<Object, Object> {

    static final String NAME = "DateTime";

    private static final String WANTED = "a DateTime is a text; send a moment with its offset from UTC as \"YYYY-MM-DDThh:mm:ssZ\"";
    private static final int LAST_YEAR = 9999;

    private final Coercing<?, ?> written;

    private MomentScalar(Coercing<?, ?> written) {
        this.written = written;
    }

    static GraphQLScalarType of(GraphQLScalarType scalar) {
        return scalar.transform(same -> same.coercing(new MomentScalar(scalar.getCoercing())));
    }

    @Override
    public Object serialize(Object moment, GraphQLContext context, Locale locale) {
        return written.serialize(moment, context, locale);
    }

    @Override
    public Object parseValue(Object given, GraphQLContext context, Locale locale) {
        return (given instanceof Instant moment ? Optional.of(moment) : moment(given))
                .orElseThrow(() -> new CoercingParseValueException(WANTED));
    }

    @Override
    public Object parseLiteral(Value<?> given, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return (given instanceof StringValue text ? moment(text.getValue()) : Optional.<Instant> empty())
                .orElseThrow(() -> new CoercingParseLiteralException(WANTED));
    }

    private static Optional<Instant> moment(Object given) {
        try {
            return given instanceof String text
                    ? Optional.of(OffsetDateTime.parse(text)).filter(MomentScalar::isKept).map(OffsetDateTime::toInstant)
                    : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static boolean isKept(OffsetDateTime moment) {
        return moment.getYear() > 0 && moment.getYear() <= LAST_YEAR;
    }

    @Override
    public Value<?> valueToLiteral(Object given, GraphQLContext context, Locale locale) {
        return StringValue.of(String.valueOf(given));
    }
}
