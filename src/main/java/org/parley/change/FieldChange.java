package org.parley.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graphql.Json;
import org.parley.record.CanonicalEntry;

@Description("A change of one field of a record's entry.")
public record FieldChange(
        @NonNull @Description("The changed field, as named in the data set's files.") String field,
        @Description("The value before the change; null if the field had no value.") Json before,
        @Description("The value after the change; null if the field has no value.") Json after) {

    /** Returns the fields in which two entries differ, in the order of the second. Either entry may be null. */
    public static List<FieldChange> between(String before, String after) {
        JsonNode was = entry(before);
        JsonNode is = entry(after);
        Set<String> fields = new LinkedHashSet<>();
        is.fieldNames().forEachRemaining(fields::add);
        was.fieldNames().forEachRemaining(fields::add);
        List<FieldChange> changes = new ArrayList<>();
        for (String field : fields) {
            if (!was.path(field).equals(is.path(field))) {
                changes.add(new FieldChange(field, json(was.get(field)), json(is.get(field))));
            }
        }
        return changes;
    }

    private static JsonNode entry(String text) {
        return text == null ? JsonNodeFactory.instance.objectNode() : CanonicalEntry.read(text);
    }

    private static Json json(JsonNode value) {
        return value == null ? null : new Json(value.toString());
    }
}
