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

    public static JsonNode of(JsonNode tree) {
        if (tree.isTextual()) {
            String text = RecordedText.normalized(tree.textValue());
            return text.equals(tree.textValue()) ? tree : TextNode.valueOf(text);
        }
        if (tree instanceof ArrayNode items) {
            ArrayNode normalized = JsonNodeFactory.instance.arrayNode(items.size());
            items.forEach(item -> normalized.add(of(item)));
            return normalized;
        }
        if (!tree.isObject()) {
            return tree;
        }
        ObjectNode normalized = JsonNodeFactory.instance.objectNode();
        tree.properties().forEach(property -> normalized.set(property.getKey(), of(property.getValue())));
        return normalized;
    }
}
