package org.parley.exchange.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.StreamSupport;
import org.parley.fault.TextRules;

/**
 * A row of a table, an element of an XML file, or an object of a JSON file.
 *
 * @param number position among the rows, from 1
 * @param line line in the file, from 1; 0 if it is not known
 */
public record ForeignRow(int number, IntSupplier line, JsonNode values) {

    /** Returns the texts at a path: names joined by dots. Lists on the way are followed into each item, and blank texts are left out. */
    public List<String> texts(String path) {
        List<String> texts = new ArrayList<>();
        collect(values, path, texts);
        return texts;
    }

    /** Returns the names of its values. */
    public List<String> columns() {
        List<String> names = new ArrayList<>();
        values.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Whether the row has a value at a path, even a blank one. A path into nothing, such as an empty list, may exist. */
    public boolean has(String path) {
        return has(values, path);
    }

    private static boolean has(JsonNode node, String path) {
        int dot = path.indexOf('.');
        return node.isArray() ? node.isEmpty() || StreamSupport.stream(node.spliterator(), false).anyMatch(item -> has(item, path))
                : node.isNull() || node.has(path)
                        || dot > 0 && node.has(path.substring(0, dot)) && has(node.get(path.substring(0, dot)), path.substring(dot + 1));
    }

    private static void collect(JsonNode node, String path, List<String> texts) {
        if (node.isArray()) {
            node.forEach(item -> collect(item, path, texts));
        } else if (path.isEmpty()) {
            JsonNode text = node.isObject() ? node.path(XmlRows.TEXT) : node;
            if (text.isValueNode() && !text.isNull() && !text.asText().isBlank()) {
                texts.add(TextRules.normalized(text.asText()).strip());
            }
        } else if (node.has(path)) {
            collect(node.get(path), "", texts);
        } else if (path.indexOf('.') > 0) {
            int dot = path.indexOf('.');
            collect(node.path(path.substring(0, dot)), path.substring(dot + 1), texts);
        }
    }
}
