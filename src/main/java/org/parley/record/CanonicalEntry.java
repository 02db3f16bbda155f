package org.parley.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.runtime.util.HashUtil;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The canonical form of an entry: fields in the order of the definition, without null, empty, false or default values; a date with only
 * EDTF as a text; integers without a fraction. Equal entries have the same text.
 */
public final class CanonicalEntry {

    private static final JsonMapper JSON = new JsonMapper();
    private static final double MAX_EXACT_INTEGER = 1L << 53;
    private static final String EDTF = "edtf";
    private static final String READING = "reading";
    private static final String INFERRED = "inferred";

    private final Kind kind;
    private final ObjectNode json;
    private String digest;

    private CanonicalEntry(Kind kind, ObjectNode json) {
        this.kind = kind;
        this.json = json;
    }

    /** Converts an entry without faults to the canonical form. */
    public static CanonicalEntry of(Definition definition, JsonNode written) {
        return new CanonicalEntry(definition.kind(), object(definition.entry(), written));
    }

    /** Parses a stored text. */
    public static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public Kind kind() {
        return kind;
    }

    public ObjectNode json() {
        return json;
    }

    public String slug() {
        return json.path("slug").textValue();
    }

    public String text() {
        return json.toString();
    }

    /** Returns the SHA-256 of the text in hexadecimal, computed on first use. */
    public String digest() {
        if (digest == null) {
            digest = HashUtil.sha256(text());
        }
        return digest;
    }

    /** Returns the values at a path of the definition; empty if the entry has none. */
    public List<JsonNode> values(String path) {
        List<JsonNode> values = List.of(json);
        for (String step : path.split("/")) {
            values = values.stream().flatMap(
                    value -> step.equals("*") ? StreamSupport.stream(value.spliterator(), false) : Stream.ofNullable(value.get(step)))
                    .toList();
        }
        return values;
    }

    private static ObjectNode object(ObjectType type, JsonNode written) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Field field : type.fields()) {
            JsonNode value = value(field, written.path(field.name()));
            if (value != null) {
                object.set(field.name(), value);
            }
        }
        return object;
    }

    /** Returns null for a value that the canonical form leaves out. */
    private static JsonNode value(Field field, JsonNode written) {
        if (written.isMissingNode() || written.isNull() || written.isContainerNode() && written.isEmpty()) {
            return null;
        }
        return switch (field.type()) {
            case CHOICE -> written.asText().equals(field.defaultValue()) ? null : TextNode.valueOf(written.asText());
            case FLAG -> written.asBoolean() ? written : null;
            case DATE -> date(written);
            case PERIOD -> period(written);
            case INTEGER, NUMBER -> number(written.asDouble());
            case OBJECT -> object(field.items(), written);
            case OBJECTS -> objects(field.items(), written);
            case NAMES, TEXTS, URLS, CHOICES, REFERENCES -> written;
            default -> TextNode.valueOf(written.asText());
        };
    }

    /** Converts a date. `inferred` is left out next to a reading, which implies it. */
    private static JsonNode date(JsonNode written) {
        String edtf = written.path(EDTF).asText(written.asText());
        if (written.has(READING)) {
            return JsonNodeFactory.instance.objectNode().put(EDTF, edtf).put(READING, written.get(READING).asText());
        }
        return written.path(INFERRED).asBoolean() ? JsonNodeFactory.instance.objectNode().put(EDTF, edtf).put(INFERRED, true)
                : TextNode.valueOf(edtf);
    }

    private static ObjectNode period(JsonNode written) {
        ObjectNode period = JsonNodeFactory.instance.objectNode();
        for (String end : new String[]{"from", "to"}) {
            if (written.hasNonNull(end)) {
                period.set(end, date(written.get(end)));
            }
        }
        return period;
    }

    /** Converts a number to the canonical form. */
    public static JsonNode number(double number) {
        return number == Math.rint(number) && Math.abs(number) <= MAX_EXACT_INTEGER ? integer((long) number) : DoubleNode.valueOf(number);
    }

    private static JsonNode integer(long number) {
        return number == (int) number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
    }

    private static ArrayNode objects(ObjectType type, JsonNode written) {
        ArrayNode objects = JsonNodeFactory.instance.arrayNode();
        written.forEach(item -> objects.add(object(type, item)));
        return objects;
    }
}
