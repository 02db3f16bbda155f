package org.parley.graphql;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import graphql.execution.MergedField;
import graphql.schema.GraphQLObjectType;
import java.util.List;
import java.util.Map;
import org.parley.graphql.ServedFields.ServedField;

/** The fields that an operation selects of an object of a type. */
record Selection(GraphQLObjectType type, List<SelectedField> fields) {

    /**
     * A field as it is selected.
     *
     * @param name under which its value stands in the answer
     * @param asked where the document asks for it
     * @param arguments with which it is asked
     */
    record SelectedField(SerializableString name, MergedField asked, ServedField served, Map<String, Object> arguments) {

        static SelectedField of(MergedField asked, ServedField served, Map<String, Object> arguments) {
            return new SelectedField(new SerializedString(asked.getResultKey()), asked, served, arguments);
        }
    }
}
