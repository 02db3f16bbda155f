package org.parley.graphql;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import graphql.execution.MergedField;
import graphql.schema.GraphQLObjectType;
import java.util.List;
import java.util.Map;
import org.parley.graphql.ServedFields.ServedField;

/** The fields that an operation selects of an object of a type, and the names under which their values stand in the answer. */
record Selection(GraphQLObjectType type, List<SelectedField> fields, SerializableString[] names) {

    static Selection of(GraphQLObjectType type, List<SelectedField> fields) {
        return new Selection(type, fields,
                fields.stream().map(field -> new SerializedString(field.asked().getResultKey())).toArray(SerializableString[]::new));
    }

    /**
     * A field, where the document asks for it, and the arguments with which it is asked.
     *
     * @param refusal why it is not answered; null where it is
     */
    record SelectedField(MergedField asked, ServedField served, Map<String, Object> arguments, Refusal refusal) {}

    /**
     * Why a field of this request is not answered.
     *
     * @param message what to send instead
     * @param ofCondition whether its condition is refused, rather than its arguments
     */
    record Refusal(String message, boolean ofCondition) {}
}
