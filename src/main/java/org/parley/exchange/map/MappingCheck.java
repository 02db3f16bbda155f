package org.parley.exchange.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.PatternSyntaxException;
import java.util.stream.StreamSupport;
import org.parley.entry.RecordDefinitions;
import org.parley.entry.check.Suggestion;
import org.parley.record.Field;
import org.parley.record.FieldType;
import org.parley.record.ObjectType;

/** Finds what the JSON Schema of mappings leaves open: fields, keys, formats and patterns that do not exist. */
final class MappingCheck {

    private final BiConsumer<String, String> faults;

    /**
     * Creates a check.
     *
     * @param faults receives the path and the message of each fault
     */
    MappingCheck(BiConsumer<String, String> faults) {
        this.faults = faults;
    }

    void check(Mapping mapping) {
        String encoding = mapping.encoding();
        reportIf(!encoding.isEmpty() && !isCharset(encoding), "encoding",
                "'" + encoding + "' is not an encoding; write one such as UTF-8 or windows-1252");
        int number = 0;
        for (Mapping.Section section : mapping.sections()) {
            String path = "records[" + number++ + "].fields";
            checkObject(section.fields(), RecordDefinitions.of(section.kind()).entry(), path);
        }
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void checkObject(JsonNode object, ObjectType type, String path) {
        List<String> names = type.written().stream().map(Field::name).filter(name -> !name.equals("attestations")).toList();
        object.properties().stream().filter(field -> !List.of("rows", "join").contains(field.getKey())).forEach(property -> {
            String key = property.getKey();
            if (!names.contains(key)) {
                faults.accept(path + "." + key, "this " + type.name() + " has no such field; write "
                        + Suggestion.of(key, names).orElse("one of " + String.join(", ", names)));
            } else {
                checkValue(property.getValue(), type.field(key).orElseThrow(), path + "." + key);
            }
        });
    }

    private void checkValue(JsonNode value, Field field, String path) {
        List<JsonNode> items = value.isArray() ? StreamSupport.stream(value.spliterator(), false).toList() : List.of(value);
        for (JsonNode item : items) {
            if (field.items() != null && item.isObject()) {
                checkObject(item, field.items(), path);
            } else if (field.items() != null) {
                faults.accept(path, "is not an object; write a map of its fields");
            } else if (item.isObject()) {
                checkExpression(item, field, path);
            }
        }
    }

    private void checkExpression(JsonNode item, Field field, String path) {
        item.fieldNames().forEachRemaining(key -> {
            if (!Expression.KEYS.contains(key)) {
                faults.accept(path + "." + key, "is not a key of expressions; write " + Suggestion.of(key, Expression.KEYS)
                        .orElse("one of " + String.join(", ", Expression.KEYS.stream().sorted().toList())));
            }
        });
        item.path("formats").forEach(format -> reportIf(!ForeignDate.isFormat(format.asText()), path,
                "'" + format.asText() + "' is not a format of dates; write one such as d/M/yyyy, with four digits for the year"));
        for (String key : List.of("split", "pattern")) {
            reportIf(item.has(key) && !isPattern(item.path(key).asText()), path + "." + key, "is not a regular expression");
        }
        if (item.has("new") && field.target() != null) {
            checkObject(item.get("new"), RecordDefinitions.of(field.target()).entry(), path + ".new");
        }
        reportIf(field.type() != FieldType.DATE && (item.has("from") || item.has("formats") || item.has("edtf")), path,
                "is not a date; remove formats, from, to and edtf");
        reportIf((item.has("reading") || item.has("inferred")) && !item.has("edtf"), path,
                "has no 'edtf'; write the date that the source has");
        reportIf(field.target() == null && (item.has("new") || item.has("record")), path, "is no reference; remove new and record");
    }

    private void reportIf(boolean faulty, String path, String message) {
        if (faulty) {
            faults.accept(path, message);
        }
    }

    private static boolean isPattern(String text) {
        try {
            return Expression.pattern(text) != null;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
