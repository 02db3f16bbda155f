package org.parley.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.parley.fault.TextRules;

/** A JSON tree with all texts normalized, as the database stores them. */
public final class NormalizedTree {

    private NormalizedTree() {
    }

    /** Returns the tree itself if all its texts are normalized, otherwise a normalized copy. */
    public static JsonNode of(JsonNode tree) {
        return isNormalized(tree) ? tree : copy(tree);
    }

    private static boolean isNormalized(JsonNode tree) {
        if (tree.isTextual()) {
            return TextRules.isNormalized(tree.textValue());
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
            return TextNode.valueOf(TextRules.normalized(tree.textValue()));
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
