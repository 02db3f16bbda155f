package org.parley.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Generates the JSON Schema (draft 2020-12) of the files of a kind, for editors and for the checks of the service. Types shared by all
 * kinds are in common.json.
 */
public final class JsonSchemas {

    /** Prefix of all schema URIs. They are identifiers and are never fetched. */
    public static final String BASE_URI = "https://parley.example/schema/";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String LINE = "^[^\\n]*$";
    private static final int MAX_PRINTED = 1000;
    private static final int MAX_CODE = 64;

    private final ObjectNode definitions = JSON.createObjectNode();

    private JsonSchemas() {
    }

    /** Returns the schema of the files of a kind. */
    public static ObjectNode of(Definition definition) {
        ObjectType entry = definition.entry();
        ObjectNode schema = JSON.createObjectNode().put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", BASE_URI + definition.kind().folder() + ".json").put("title", capitalized(definition.kind().folder()))
                .put("description", definition.summary()).put("type", "array");
        schema.putObject("items").put("$ref", "#/$defs/" + entry.name());
        JsonSchemas schemas = new JsonSchemas();
        schemas.define(entry);
        ((ObjectNode) schemas.definitions.get(entry.name())).setAll((ObjectNode) definition.rule());
        schema.set("$defs", schemas.definitions);
        return schema;
    }

    /** Formats a schema for its file. */
    public static String text(JsonNode schema) {
        try {
            return JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"))).writeValueAsString(schema)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void define(ObjectType type) {
        if (definitions.has(type.name())) {
            return;
        }
        ObjectNode object = definitions.putObject(type.name()).put("title", type.typeName()).put("description", type.description())
                .put("type", "object");
        ArrayNode required = object.putArray("required");
        object.put("additionalProperties", false);
        ObjectNode properties = object.putObject("properties");
        type.written().forEach(field -> {
            properties.set(field.name(), schema(field));
            if (field.isRequired()) {
                required.add(field.name());
            }
        });
        if (type.isReference()) {
            object.put("minProperties", required.size() + 1).put("maxProperties", required.size() + 1);
        }
        printedWithField(type, object);
    }

    /** Requires the attested field in an object that has a printed value. */
    private static void printedWithField(ObjectType type, ObjectNode object) {
        ArrayNode required = JSON.createArrayNode();
        type.fields().stream().filter(field -> field.type() == FieldType.FIELD_NAME && !field.isRequired())
                .forEach(field -> required.add(field.name()));
        for (Field field : type.fields()) {
            if (field.type() == FieldType.PRINTED) {
                object.withObject("/dependentRequired").set(field.name(), required.deepCopy());
                required.add(field.name());
            }
        }
    }

    private ObjectNode schema(Field field) {
        ObjectNode schema = form(field).put("description", field.description());
        if (field.type().isList() && (field.isRequired() || field.type() == FieldType.OBJECTS)) {
            schema.put("minItems", 1);
        }
        return schema;
    }

    private ObjectNode form(Field field) {
        return switch (field.type()) {
            case SLUG, REFERENCE -> shared("slug");
            case REFERENCES -> shared("slugs");
            case NAME, OFFICE -> shared("name");
            case NAMES -> shared("names");
            case TEXT -> shared("text");
            case TEXTS -> shared("texts");
            case QUOTATION -> shared("quotation");
            case DATE -> shared("date");
            case PERIOD -> shared("period");
            case FIELD_NAME -> shared("field");
            case URL -> shared("url");
            case URLS -> list(shared("url"));
            case CODE -> typed("string").put("maxLength", MAX_CODE).put("pattern", field.pattern());
            case PRINTED -> printed();
            case FLAG -> JSON.createObjectNode().put("const", true);
            case INTEGER -> bounded("integer", field);
            case NUMBER -> bounded("number", field);
            case CHOICE -> choice(field);
            case CHOICES -> list(values(field).put("description", field.valuesDescription()));
            case OBJECT -> defined(field.items());
            case OBJECTS -> list(defined(field.items()));
        };
    }

    private ObjectNode defined(ObjectType type) {
        define(type);
        return JSON.createObjectNode().put("$ref", "#/$defs/" + type.name());
    }

    private static ObjectNode shared(String name) {
        return JSON.createObjectNode().put("$ref", "common.json#/$defs/" + name);
    }

    private static ObjectNode typed(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private static ObjectNode bounded(String type, Field field) {
        ObjectNode number = typed(type);
        return field.minimum() == null ? number : number.put("minimum", field.minimum()).put("maximum", field.maximum());
    }

    private static ObjectNode list(ObjectNode items) {
        ObjectNode list = typed("array");
        list.set("items", items);
        return list.put("uniqueItems", true);
    }

    private static ObjectNode choice(Field field) {
        return field.defaultValue() == null ? values(field) : values(field).put("default", field.defaultValue());
    }

    private static ObjectNode values(Field field) {
        ObjectNode schema = JSON.createObjectNode();
        ArrayNode values = schema.putArray("enum");
        field.valueNames().forEach(values::add);
        return schema;
    }

    private static ObjectNode printed() {
        ObjectNode schema = JSON.createObjectNode();
        schema.putArray("type").add("string").add("integer");
        return schema.put("minLength", 1).put("maxLength", MAX_PRINTED).put("pattern", LINE);
    }

    private static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
