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
 * The shape of the values of a field: a list, an object or a leaf.
 *
 * @param required whether the type is non-null
 * @param item the shape of the items of a list; null otherwise
 * @param object the type of an object, which may be abstract; null otherwise
 * @param leaf serializes a leaf; null otherwise
 */
record OutputShape(boolean required, OutputShape item, GraphQLCompositeType object, UnaryOperator<Object> leaf) {

    static OutputShape of(GraphQLType type) {
        return type instanceof GraphQLNonNull required ? of(required.getWrappedType(), true) : of(type, false);
    }

    private static OutputShape of(GraphQLType type, boolean required) {
        if (type instanceof GraphQLList list) {
            return new OutputShape(required, of(list.getWrappedType()), null, null);
        }
        return type instanceof GraphQLCompositeType object ? new OutputShape(required, null, object, null)
                : new OutputShape(required, null, null, leaf(type));
    }

    /** Returns the type of its objects, also in lists; null for leaves. */
    GraphQLCompositeType composite() {
        return item == null ? object : item.composite();
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

    /** Whether the value needs no serialization. */
    private static boolean isPlain(Object value, String scalar) {
        return switch (scalar) {
            case "Int" -> value instanceof Integer;
            case "Boolean" -> value instanceof Boolean;
            default -> value instanceof String;
        };
    }
}
