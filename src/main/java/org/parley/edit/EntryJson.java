package org.parley.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Arguments as a file of the data set would have them: what is null, empty or false is left out. */
final class EntryJson {

    private static final JsonMapper JSON = new JsonMapper();

    private EntryJson() {
    }

    static ObjectNode of(Object input) {
        ObjectNode entry = JSON.valueToTree(input);
        clean(entry);
        return entry;
    }

    /** Lays an amendment over an entry: what it leaves out stays, what it takes away goes. */
    static ObjectNode laid(Map<String, Object> amendment, ObjectNode entry) {
        ObjectNode given = of(amendment);
        ObjectNode laid = entry.deepCopy();
        amendment.keySet().forEach(key -> {
            if (given.has(key)) {
                laid.set(key, given.get(key));
            } else {
                laid.remove(key);
            }
        });
        return laid;
    }

    /** Whether two values say the same: a date that is only its text may stand as that text, a whole number as a fraction. */
    static boolean areSame(JsonNode one, JsonNode other) {
        return plain(one).equals(plain(other));
    }

    /** The fields of an entry that are stored in tables of their own: its lists and `happening`. */
    static ObjectNode detailRows(ObjectNode entry) {
        ObjectNode details = entry.deepCopy();
        details.properties().removeIf(property -> !property.getValue().isArray() && !property.getKey().equals("happening"));
        return details;
    }

    private static JsonNode plain(JsonNode value) {
        if (value.isNumber()) {
            return DoubleNode.valueOf(value.doubleValue());
        }
        if (value.isObject() && value.size() == 1 && value.has("edtf")) {
            return value.get("edtf");
        }
        if (value instanceof ArrayNode array) {
            ArrayNode items = JSON.createArrayNode();
            array.forEach(item -> items.add(plain(item)));
            return items;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode fields = JSON.createObjectNode();
        value.properties().forEach(property -> fields.set(property.getKey(), plain(property.getValue())));
        return fields;
    }

    private static void clean(JsonNode node) {
        node.forEach(EntryJson::clean);
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(property -> saysNothing(property.getValue()));
        }
    }

    private static boolean saysNothing(JsonNode value) {
        return value.isNull() || value.isBoolean() && !value.booleanValue() || value.isArray() && value.isEmpty();
    }
}
