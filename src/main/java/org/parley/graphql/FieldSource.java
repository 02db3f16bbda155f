package org.parley.graphql;

/** Where the values of a field come from. */
sealed interface FieldSource permits Property, Resolution, Mutation, FieldSource.TypeName {

    /** The type and the field, as a log names them. */
    String name();

    /** The field `__typename`. */
    record TypeName(String name) implements FieldSource {}
}
