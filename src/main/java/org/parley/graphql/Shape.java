package org.parley.graphql;

import graphql.GraphQLContext;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What a value has to look like: a list of items, an object, or a leaf.
 *
 * @param required whether a null breaks it
 * @param item the shape of a list's items; null for what is no list
 * @param object the type, or the types, of an object; null for what is none
 * @param leaf how a leaf is written; null for what is none
 */
record Shape(boolean required, Shape item, GraphQLCompositeType object, UnaryOperator<Object> leaf) {

    static Shape of(GraphQLType type) {
        return type instanceof GraphQLNonNull required ? of(required.getWrappedType(), true) : of(type, false);
    }

    private static Shape of(GraphQLType type, boolean required) {
        if (type instanceof GraphQLList list) {
            return new Shape(required, of(list.getWrappedType()), null, null);
        }
        return type instanceof GraphQLCompositeType object ? new Shape(required, null, object, null)
                : new Shape(required, null, null, leaf(type));
    }

    private static UnaryOperator<Object> leaf(GraphQLType type) {
        if (type instanceof GraphQLEnumType named) {
            return value -> value instanceof Enum<?> constant && named.getValue(constant.name()) != null ? constant.name()
                    : named.serialize(value, GraphQLContext.getDefault(), Locale.ROOT);
        }
        GraphQLScalarType scalar = (GraphQLScalarType) type;
        return value -> isPlain(value, scalar.getName()) ? value
                : scalar.getCoercing().serialize(value, GraphQLContext.getDefault(), Locale.ROOT);
    }

    /** Whether the value is written as it is. */
    private static boolean isPlain(Object value, String scalar) {
        return switch (scalar) {
            case "Int" -> value instanceof Integer;
            case "Boolean" -> value instanceof Boolean;
            default -> value instanceof String;
        };
    }
}
