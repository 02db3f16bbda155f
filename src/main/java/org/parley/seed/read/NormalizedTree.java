package org.parley.seed.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.parley.fault.RecordedText;

/** A tree of JSON whose texts are as the record keeps them, whatever the form in which they were written. */
public final class NormalizedTree {

    private NormalizedTree() {
    }

    /** The same tree where nothing in it is to be changed, else a copy. */
    public static JsonNode of(JsonNode tree) {
        return isNormalized(tree) ? tree : copy(tree);
    }

    private static boolean isNormalized(JsonNode tree) {
        if (tree.isTextual()) {
            return RecordedText.isNormalized(tree.textValue());
        }
        for (JsonNode inner : tree) {
            if (!isNormalized(inner)) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode copy(JsonNode tree) {
        if (tree.isTextual()) {
            return TextNode.valueOf(RecordedText.normalized(tree.textValue()));
        }
        if (tree instanceof ArrayNode items) {
            ArrayNode normalized = JsonNodeFactory.instance.arrayNode(items.size());
            items.forEach(item -> normalized.add(copy(item)));
            return normalized;
        }
        if (!tree.isObject()) {
            return tree;
        }
        ObjectNode normalized = JsonNodeFactory.instance.objectNode();
        tree.properties().forEach(property -> normalized.set(property.getKey(), copy(property.getValue())));
        return normalized;
    }
}
