package org.parley.dataset.dump;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.entry.RecordDefinitions;
import org.parley.record.FieldType;
import org.parley.record.Kind;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.serializer.Serializer;

/** Writes entries as YAML in the style of seeds/: short lists and maps on one line, long text folded, quotes only if necessary. */
public final class YamlText {

    private static final int WIDTH = 140;
    private static final int FOLD_LENGTH = 110;
    private static final Set<String> BLOCK_LISTS = keys(FieldType.TEXTS).collect(Collectors.toSet());
    /** The keys whose values are EDTF. */
    private static final Set<String> DATES = Stream.concat(keys(FieldType.DATE), Stream.of("edtf", "reading", "from", "to"))
            .collect(Collectors.toSet());
    private static final YamlReservedWords RESERVED_WORDS = new YamlReservedWords();

    private YamlText() {
    }

    /** Returns the names of all fields of a type. */
    private static Stream<String> keys(FieldType type) {
        return RecordDefinitions.all().stream()
                .flatMap(definition -> definition.paths(field -> field.type() == type).stream().map(path -> definition.field(path).name()));
    }

    /** Returns the text of a file of records of the kind. */
    public static String of(Kind kind, JsonNode records) {
        StringWriter text = new StringWriter();
        try {
            write(kind, records, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes a file of records of the kind, one record at a time. */
    public static void write(Kind kind, JsonNode records, Writer writer) throws IOException {
        writer.write("# yaml-language-server: $schema=../schema/" + kind.folder() + ".json\n");
        String separator = "";
        for (JsonNode record : records) {
            writer.write(separator);
            writer.write(written(new SequenceNode(Tag.SEQ, List.of(map(record)), FlowStyle.BLOCK)));
            separator = "\n";
        }
    }

    /** Returns the lines of an item of a list of a record. */
    public static List<String> item(String list, JsonNode item) {
        return written(new SequenceNode(Tag.SEQ, List.of(node(list, item)), FlowStyle.BLOCK)).lines().map(line -> "    " + line).toList();
    }

    private static String written(Node node) {
        DumperOptions options = new DumperOptions();
        options.setWidth(WIDTH);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setAllowUnicode(true);
        options.setSplitLines(true);
        StringWriter text = new StringWriter();
        try {
            Serializer serializer = new Serializer(new Emitter(text, options), RESERVED_WORDS, options, null);
            serializer.open();
            serializer.serialize(node);
            serializer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (text + (text.toString().endsWith("\n") ? "" : "\n")).replaceAll("(?m)^ {2}", "");
    }

    private static Node node(String key, JsonNode value) {
        return value.isObject() ? map(value) : value.isArray() ? list(key, value) : scalar(key, value);
    }

    private static MappingNode map(JsonNode value) {
        List<NodeTuple> tuples = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            tuples.add(new NodeTuple(new ScalarNode(Tag.STR, field.getKey(), null, null, ScalarStyle.PLAIN),
                    node(field.getKey(), field.getValue())));
        }
        return new MappingNode(Tag.MAP, tuples, isShort(value) ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    /** Whether the map is written on one line: neither a record nor an object with attestations. */
    private static boolean isShort(JsonNode map) {
        return !map.has("slug") && !map.has("attestations");
    }

    private static SequenceNode list(String key, JsonNode value) {
        List<Node> items = new ArrayList<>();
        value.forEach(item -> items.add(node(key, item)));
        boolean flows = !BLOCK_LISTS.contains(key) && value.path(0).isValueNode();
        return new SequenceNode(Tag.SEQ, items, flows ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    private static ScalarNode scalar(String key, JsonNode value) {
        String text = value.asText();
        if (!value.isTextual() || DATES.contains(key) && text.matches("[1-9]\\d{3}")) {
            return new ScalarNode(RESERVED_WORDS.tag(text), text, null, null, ScalarStyle.PLAIN);
        }
        ScalarStyle style = !RESERVED_WORDS.tag(text).equals(Tag.STR) ? ScalarStyle.DOUBLE_QUOTED
                : text.contains("\n") ? ScalarStyle.LITERAL : text.length() > FOLD_LENGTH ? ScalarStyle.FOLDED : ScalarStyle.PLAIN;
        return new ScalarNode(Tag.STR, text, null, null, style);
    }
}
