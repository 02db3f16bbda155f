package org.parley.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What a change did to one field of the record's entry. */
@Description("What a change did to one field of the record's entry.")
public record FieldChange(
        @NonNull @Description("The field, as the data set's files name it.") String field,
        @Description("What it said before, as JSON; null where it said nothing.") String before,
        @Description("What it says since, as JSON; null where it says nothing.") String after) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The fields in which two entries differ, in their order; either may be null. */
    public static List<FieldChange> between(String before, String after) {
        JsonNode was = entry(before);
        JsonNode is = entry(after);
        Set<String> fields = new LinkedHashSet<>();
        is.fieldNames().forEachRemaining(fields::add);
        was.fieldNames().forEachRemaining(fields::add);
        List<FieldChange> changes = new ArrayList<>();
        for (String field : fields) {
            if (!was.path(field).equals(is.path(field))) {
                changes.add(new FieldChange(field, text(was.get(field)), text(is.get(field))));
            }
        }
        return changes;
    }

    private static JsonNode entry(String text) {
        try {
            return text == null ? JSON.createObjectNode() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(JsonNode value) {
        return value == null ? null : value.toString();
    }
}
