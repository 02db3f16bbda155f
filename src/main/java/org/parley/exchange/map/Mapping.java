package org.parley.exchange.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.parley.dataset.PathCheck;
import org.parley.entry.Fault;
import org.parley.entry.FaultyDataException;
import org.parley.entry.RecordDefinitions;
import org.parley.entry.check.Suggestion;
import org.parley.exchange.read.ForeignFile;
import org.parley.record.Field;
import org.parley.record.FieldType;
import org.parley.record.Kind;
import org.parley.record.ObjectType;

/** A mapping file: how the rows of a foreign file become entries. mapping.json is its JSON Schema. */
public final class Mapping {

    private static final String SCHEMA = "/org/parley/exchange/mapping.json";
    private static final YAMLMapper YAML = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final JsonNode tree;

    private Mapping(JsonNode tree) {
        this.tree = tree;
    }

    /** Reads and checks a mapping. Throws a FaultyDataException with all its faults. */
    public static Mapping read(Path file) {
        PathCheck.file(file);
        List<Fault> faults = new ArrayList<>();
        JsonNode tree = tree(file, faults);
        if (faults.isEmpty()) {
            schema().validate(tree).forEach(
                    message -> faults.add(new Fault(file.toString(), 0, message.getInstanceLocation().toString(), message.getError())));
        }
        if (faults.isEmpty()) {
            new Mapping(tree).check((path, message) -> faults.add(new Fault(file.toString(), 0, path, message)));
        }
        if (!faults.isEmpty()) {
            throw new FaultyDataException("in the mapping; nothing was written", faults);
        }
        return new Mapping(tree);
    }

    private static JsonNode tree(Path file, List<Fault> faults) {
        try {
            return YAML.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            faults.add(new Fault(file.toString(), e.getLocation() == null ? 0 : e.getLocation().getLineNr(), "",
                    "is not valid YAML: " + e.getOriginalMessage().lines().findFirst().orElse("")));
        } catch (IOException e) {
            faults.add(new Fault(file.toString(), 0, "", "cannot be read: " + PathCheck.reason(e)));
        }
        return null;
    }

    private static JsonSchema schema() {
        try (InputStream schema = Mapping.class.getResourceAsStream(SCHEMA)) {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reports the path and the message of a fault. */
    private interface Report {
        void fault(String path, String message);
    }

    private void check(Report report) {
        if (tree.has("encoding") && !isCharset(tree.get("encoding").asText())) {
            report.fault("encoding", "'" + tree.get("encoding").asText() + "' is not an encoding; write one such as UTF-8 or windows-1252");
        }
        int number = 0;
        for (Section section : sections()) {
            String path = "records[" + number++ + "].fields";
            checkObject(section.fields(), RecordDefinitions.of(section.kind()).entry(), path, report);
        }
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void checkObject(JsonNode object, ObjectType type, String path, Report report) {
        List<String> names = type.written().stream().map(Field::name).filter(name -> !name.equals("attestations")).toList();
        object.properties().stream().filter(field -> !List.of("rows", "join").contains(field.getKey())).forEach(property -> {
            String key = property.getKey();
            if (!names.contains(key)) {
                report.fault(path + "." + key, "this " + type.name() + " has no such field; write "
                        + Suggestion.of(key, names).orElse("one of " + String.join(", ", names)));
            } else {
                checkValue(property.getValue(), type.field(key).orElseThrow(), path + "." + key, report);
            }
        });
    }

    private static void checkValue(JsonNode value, Field field, String path, Report report) {
        List<JsonNode> items = value.isArray() ? StreamSupport.stream(value.spliterator(), false).toList() : List.of(value);
        for (JsonNode item : items) {
            if (field.items() != null && item.isObject()) {
                checkObject(item, field.items(), path, report);
            } else if (field.items() != null) {
                report.fault(path, "is not an object; write a map of its fields");
            } else if (item.isObject()) {
                checkExpression(item, field, path, report);
            }
        }
    }

    private static void checkExpression(JsonNode item, Field field, String path, Report report) {
        item.fieldNames().forEachRemaining(key -> {
            if (!Expression.KEYS.contains(key)) {
                report.fault(path + "." + key, "is not a key of expressions; write " + Suggestion.of(key, Expression.KEYS)
                        .orElse("one of " + String.join(", ", Expression.KEYS.stream().sorted().toList())));
            }
        });
        item.path("formats").forEach(format -> reportIf(!ForeignDate.isFormat(format.asText()), report, path,
                "'" + format.asText() + "' is not a format of dates; write one such as d/M/yyyy, with four digits for the year"));
        for (String key : List.of("split", "pattern")) {
            reportIf(item.has(key) && !isPattern(item.path(key).asText()), report, path + "." + key, "is not a regular expression");
        }
        if (item.has("new") && field.target() != null) {
            checkObject(item.get("new"), RecordDefinitions.of(field.target()).entry(), path + ".new", report);
        }
        reportIf(field.type() != FieldType.DATE && (item.has("from") || item.has("formats")), report, path,
                "is not a date; remove formats, from and to");
        reportIf(field.target() == null && (item.has("new") || item.has("record")), report, path, "is no reference; remove new and record");
    }

    private static void reportIf(boolean faulty, Report report, String path, String message) {
        if (faulty) {
            report.fault(path, message);
        }
    }

    private static boolean isPattern(String text) {
        try {
            return Expression.pattern(text) != null;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** Returns the slug of the source, or an empty text. */
    public String source() {
        return tree.path("source").asText();
    }

    /** Returns how the file is written, as far as the mapping says. */
    public ForeignFile.Form form() {
        return new ForeignFile.Form(tree.has("format") ? ForeignFile.Format.valueOf(tree.get("format").asText()) : null,
                tree.has("encoding") ? Charset.forName(tree.get("encoding").asText()) : null, letter("delimiter"), letter("quote"),
                optional());
    }

    private Character letter(String key) {
        return tree.has(key) ? tree.get(key).asText().charAt(0) : null;
    }

    /** Returns the columns and lists that the file may lack. */
    Set<String> optional() {
        return StreamSupport.stream(tree.path("optional").spliterator(), false).map(JsonNode::asText).collect(Collectors.toSet());
    }

    JsonNode lookups() {
        return tree.path("lookups");
    }

    List<Section> sections() {
        return StreamSupport.stream(tree.path("records").spliterator(), false).map(Section::new).toList();
    }

    /** How rows become records of one kind. */
    record Section(JsonNode tree) {

        Kind kind() {
            return Kind.ofFolder(tree.path("kind").asText()).orElseThrow();
        }

        JsonNode fields() {
            return tree.path("fields");
        }

        String rows() {
            return tree.path("rows").asText();
        }

        String voice() {
            return tree.path("voice").asText("DOCUMENT_FACT");
        }

        Values locator(Scope scope) {
            return tree.has("locator") ? Expression.evaluate(tree.get("locator"), scope) : Values.constant("row " + scope.row().number());
        }

        Values key(Scope scope) {
            return Expression.evaluate(tree.path("key"), scope);
        }

        boolean takes(Scope scope) {
            return tree.path("where").properties().stream().allMatch(condition -> Expression.matches(condition.getValue(),
                    Expression.evaluate(TextNode.valueOf(condition.getKey()), scope)));
        }
    }
}
