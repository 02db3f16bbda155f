package org.parley.graphql;

/** Where the values of a field come from. */
sealed interface FieldSource permits Property, Resolution, Mutation, FieldSource.OfSchema {

    /** The type and the field, as a log names them. */
    String name();

    /** The field `__typename`, `__schema` or `__type`. */
    record OfSchema(String name) implements FieldSource {}
}
