package org.parley.seed.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a fault against a schema is called, and what to write instead. */
final class SchemaWords {

    private SchemaWords() {
    }

    static String of(ValidationMessage message) {
        JsonNode schema = Schemas.around(message.getSchemaLocation());
        JsonNode wanted = schema.path(message.getType());
        JsonNode found = message.getInstanceNode();
        if (isBlank(found)) {
            return "is blank; leave the key out where nothing is known";
        }
        return switch (message.getType()) {
            case "required" -> missing(message.getProperty(), schema);
            case "additionalProperties" -> unknown(message.getProperty(), schema);
            case "enum" -> noneOf(found, texts(wanted), description(schema));
            case "const" -> found + " cannot stand here; write " + wanted + " or leave the key out" + description(schema);
            case "type" -> "is " + sort(found) + "; write " + types(wanted) + description(schema);
            case "pattern" -> "'" + found.asText() + "' does not have the right form" + description(schema);
            case "minItems" -> "is empty; write at least " + wanted + description(schema);
            case "maxLength" -> "is longer than " + wanted + " characters; shorten it" + description(schema);
            case "minimum", "maximum" -> found + " is out of bounds; write a number "
                    + (message.getType().equals("minimum") ? "from " : "up to ") + wanted + description(schema);
            case "uniqueItems" -> "says one thing twice; write each once";
            case "minProperties", "maxProperties" -> "has " + found.size() + " keys; write " + wanted + description(schema);
            case "dependentRequired" ->
                "'" + message.getArguments()[0] + "' is missing, which '" + message.getArguments()[1] + "' cannot do without; write both";
            default -> message.getError();
        };
    }

    private static boolean isBlank(JsonNode found) {
        return found.isNull() || found.isTextual() && found.textValue().isBlank();
    }

    private static String missing(String key, JsonNode schema) {
        return "'" + key + "' is missing; write it" + description(schema.path("properties").path(key));
    }

    private static String unknown(String key, JsonNode schema) {
        List<String> keys = StreamSupport.stream(((Iterable<String>) schema.path("properties")::fieldNames).spliterator(), false).toList();
        return "'" + key + "' is no key here"
                + Nearest.of(key, keys).map(near -> "; write " + near).orElse("; leave it out, or write one of " + String.join(", ", keys));
    }

    private static String noneOf(JsonNode found, List<String> values, String description) {
        return "'" + found.asText() + "' cannot stand here; write "
                + Nearest.of(found.asText(), values).orElse("one of " + String.join(", ", values)) + description;
    }

    private static String description(JsonNode schema) {
        return schema.has("description") ? " (" + schema.get("description").textValue() + ")" : "";
    }

    private static String types(JsonNode wanted) {
        return texts(wanted).stream().map(type -> switch (type) {
            case "string" -> "text";
            case "array" -> "a list";
            case "object" -> "a map of keys";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            default -> type;
        }).collect(Collectors.joining(" or "));
    }

    private static String sort(JsonNode found) {
        return switch (found.getNodeType()) {
            case OBJECT -> "a map of keys";
            case ARRAY -> "a list";
            case STRING -> "text";
            case NUMBER -> "the number " + found + " (in quotes it is text)";
            default -> found.toString();
        };
    }

    private static List<String> texts(JsonNode values) {
        return values.isArray() ? StreamSupport.stream(values.spliterator(), false).map(JsonNode::asText).toList()
                : List.of(values.asText());
    }
}
