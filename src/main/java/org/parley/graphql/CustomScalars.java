package org.parley.graphql;

import com.fasterxml.jackson.databind.util.RawValue;
import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.schema.Coercing;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLScalarType;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Descriptions and specifications of the scalars that the GraphQL specification does not define. */
final class CustomScalars {

    private static final Map<String, Specification> SPECIFICATIONS = Map.of( //
            InputScalars.DATE, new Specification("A date as in RFC 3339: `2023-07-15`.", "https://www.rfc-editor.org/rfc/rfc3339"), //
            InputScalars.DATE_TIME,
            new Specification("A date and time as in RFC 3339, with its offset from UTC: `2023-07-15T09:30:00Z`.",
                    "https://www.rfc-editor.org/rfc/rfc3339"), //
            JsonCoercing.NAME, new Specification("Any JSON value as in RFC 8259: an object, list, string, number or boolean.",
                    "https://www.rfc-editor.org/rfc/rfc8259"));

    private record Specification(String description, String url) {}

    private CustomScalars() {
    }

    /** Returns the scalar with its description and specification; unchanged if it is not one of these. */
    static GraphQLScalarType specified(GraphQLScalarType scalar) {
        Specification specification = SPECIFICATIONS.get(scalar.getName());
        if (specification == null) {
            return scalar;
        }
        GraphQLAppliedDirective directive = GraphQLAppliedDirective.newDirective().name("specifiedBy").argument(
                GraphQLAppliedDirectiveArgument.newArgument().name("url").type(Scalars.GraphQLString).valueProgrammatic(specification.url))
                .build();
        return scalar.transform(same -> same.description(specification.description).specifiedByUrl(specification.url)
                .replaceAppliedDirectives(List.of(directive)));
    }

    /** Writes JSON texts as they are. There is no input of this type. */
    static final class JsonCoercing implements Coercing<Object, Object> {

        static final String NAME = "JSON";

        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            return new RawValue(((Json) value).text());
        }
    }
}
