package org.parley.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Converts arguments to entries. Values that are null, empty or false are left out, as in files. */
final class InputEntry {

    private static final JsonMapper JSON = new JsonMapper();

    private InputEntry() {
    }

    static ObjectNode of(Object input) {
        ObjectNode entry = JSON.valueToTree(input);
        clean(entry);
        return entry;
    }

    /** Applies an amendment: a key without a value removes the field, other fields of the entry are kept. */
    static ObjectNode amended(Map<String, Object> amendment, ObjectNode entry) {
        ObjectNode changes = of(amendment);
        ObjectNode amended = entry.deepCopy();
        amendment.keySet().forEach(key -> {
            if (changes.has(key)) {
                amended.set(key, changes.get(key));
            } else {
                amended.remove(key);
            }
        });
        return amended;
    }

    /** Returns the fields of an entry that are stored in tables of their own: its lists and `happening`. */
    static ObjectNode detailRows(ObjectNode entry) {
        ObjectNode details = entry.deepCopy();
        details.properties().removeIf(property -> !property.getValue().isArray() && !property.getKey().equals("happening"));
        return details;
    }

    private static void clean(JsonNode node) {
        node.forEach(InputEntry::clean);
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(property -> isOmitted(property.getValue()));
        }
    }

    private static boolean isOmitted(JsonNode value) {
        return value.isNull() || value.isBoolean() && !value.booleanValue() || value.isArray() && value.isEmpty();
    }
}
