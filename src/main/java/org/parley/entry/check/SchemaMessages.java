package org.parley.entry.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Fault messages for violations of a JSON Schema. */
final class SchemaMessages {

    private SchemaMessages() {
    }

    static String of(ValidationMessage message) {
        JsonNode schema = Schemas.parent(message.getSchemaLocation());
        JsonNode expected = schema.path(message.getType());
        JsonNode value = message.getInstanceNode();
        if (isBlank(value)) {
            return "is blank; remove the key if nothing is known";
        }
        return switch (message.getType()) {
            case "required" -> missing(message.getProperty(), schema);
            case "additionalProperties" -> unknown(message.getProperty(), schema);
            case "enum" -> notAllowed(value, texts(expected), description(schema));
            case "const" -> value + " is not allowed here; write " + expected + " or remove the key" + description(schema);
            case "type" -> "is " + typeOf(value) + "; write " + types(expected) + description(schema);
            case "pattern" -> "'" + value.asText() + "' has an invalid format" + description(schema);
            case "minItems" -> "is empty; write at least " + expected + description(schema);
            case "maxLength" -> "is longer than " + expected + " characters; shorten it" + description(schema);
            case "minimum", "maximum" -> value + " is out of bounds; write a number "
                    + (message.getType().equals("minimum") ? "from " : "up to ") + expected + description(schema);
            case "uniqueItems" -> "has duplicate items; list each once";
            case "minProperties", "maxProperties" -> "has " + value.size() + " keys; write " + expected + description(schema);
            case "dependentRequired" -> "'" + message.getArguments()[0] + "' is missing; '" + message.getArguments()[1] + "' requires it";
            default -> message.getError();
        };
    }

    private static boolean isBlank(JsonNode value) {
        return value.isNull() || value.isTextual() && value.textValue().isBlank();
    }

    private static String missing(String key, JsonNode schema) {
        return "'" + key + "' is missing; write it" + description(schema.path("properties").path(key));
    }

    private static String unknown(String key, JsonNode schema) {
        List<String> keys = StreamSupport.stream(((Iterable<String>) schema.path("properties")::fieldNames).spliterator(), false).toList();
        return "unknown key '" + key + "'" + Suggestion.of(key, keys).map(suggestion -> "; write " + suggestion)
                .orElse("; remove it, or write one of " + String.join(", ", keys));
    }

    private static String notAllowed(JsonNode value, List<String> values, String description) {
        return "'" + value.asText() + "' is not allowed here; write "
                + Suggestion.of(value.asText(), values).orElse("one of " + String.join(", ", values)) + description;
    }

    private static String description(JsonNode schema) {
        return schema.has("description") ? " (" + schema.get("description").textValue() + ")" : "";
    }

    private static String types(JsonNode expected) {
        return texts(expected).stream().map(type -> switch (type) {
            case "string" -> "text";
            case "array" -> "a list";
            case "object" -> "a map of keys";
            case "integer" -> "an integer";
            case "number" -> "a number";
            default -> type;
        }).collect(Collectors.joining(" or "));
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "a map of keys";
            case ARRAY -> "a list";
            case STRING -> "text";
            case NUMBER -> "the number " + value + " (in quotes it is text)";
            default -> value.toString();
        };
    }

    private static List<String> texts(JsonNode values) {
        return values.isArray() ? StreamSupport.stream(values.spliterator(), false).map(JsonNode::asText).toList()
                : List.of(values.asText());
    }
}
