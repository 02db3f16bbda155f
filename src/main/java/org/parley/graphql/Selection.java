package org.parley.graphql;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import graphql.execution.MergedField;
import graphql.schema.GraphQLObjectType;
import java.util.List;
import java.util.Map;
import org.parley.graphql.FieldRegistry.SchemaField;

/** The selected fields of an object type, and their response keys. */
record Selection(GraphQLObjectType type, List<SelectedField> fields, SerializableString[] names) {

    static Selection of(GraphQLObjectType type, List<SelectedField> fields) {
        return new Selection(type, fields,
                fields.stream().map(field -> new SerializedString(field.merged().getResultKey())).toArray(SerializableString[]::new));
    }

    /**
     * A selected field.
     *
     * @param merged the fields of the document that it merges
     * @param arguments the coerced arguments
     * @param rejection why it is rejected; null if it is executed
     */
    record SelectedField(MergedField merged, SchemaField schemaField, Map<String, Object> arguments, Rejection rejection) {}

    /**
     * Why a field is rejected.
     *
     * @param message the error, with what to send instead
     * @param ofCondition whether `@skip` or `@include` is invalid, not an argument
     */
    record Rejection(String message, boolean ofCondition) {}
}
