package org.parley.graphql;

/** The source of the values of a field. */
sealed interface FieldSource permits PropertyField, FieldResolver, MutationField, FieldSource.IntrospectionField {

    /** Returns the type and the field, for log messages. */
    String name();

    /** The field `__typename`, `__schema` or `__type`. */
    record IntrospectionField(String name) implements FieldSource {}
}
