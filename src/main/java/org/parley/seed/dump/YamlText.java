package org.parley.seed.dump;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.seed.read.SeedKind;
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

/** Entries as a person would write them: short lists and maps on one line, long texts folded, quotes only where they are needed. */
public final class YamlText {

    private static final int WIDTH = 140;
    private static final int LONG = 110;
    private static final Set<String> SENTENCES = Set.of("outcomes");
    private static final Set<String> DATES = Set.of("date", "published", "from", "to", "edtf", "reading");
    private static final PlainWords WORDS = new PlainWords();

    private YamlText() {
    }

    /** A file of records of that kind, that lies in their folder. */
    public static String of(SeedKind kind, JsonNode records) {
        StringWriter text = new StringWriter();
        try {
            write(kind, records, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes the same piece by piece. */
    static void write(SeedKind kind, JsonNode records, Writer writer) throws IOException {
        writer.write("# yaml-language-server: $schema=../schema/" + kind.folder() + ".json\n");
        String between = "";
        for (JsonNode record : records) {
            writer.write(between);
            writer.write(written(new SequenceNode(Tag.SEQ, List.of(map(record)), FlowStyle.BLOCK)));
            between = "\n";
        }
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
            Serializer serializer = new Serializer(new Emitter(text, options), WORDS, options, null);
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

    /** What a person writes on one line: no record, and nothing that others vouch for by themselves. */
    private static boolean isShort(JsonNode map) {
        return !map.has("slug") && !map.has("attestations");
    }

    private static SequenceNode list(String key, JsonNode value) {
        List<Node> items = new ArrayList<>();
        value.forEach(item -> items.add(node(key, item)));
        boolean flows = !SENTENCES.contains(key) && value.path(0).isValueNode();
        return new SequenceNode(Tag.SEQ, items, flows ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    private static ScalarNode scalar(String key, JsonNode value) {
        String text = value.asText();
        if (!value.isTextual() || DATES.contains(key) && text.matches("[1-9]\\d{3}")) {
            return new ScalarNode(WORDS.tag(text), text, null, null, ScalarStyle.PLAIN);
        }
        ScalarStyle style = !WORDS.tag(text).equals(Tag.STR) ? ScalarStyle.DOUBLE_QUOTED
                : text.contains("\n") ? ScalarStyle.LITERAL : text.length() > LONG ? ScalarStyle.FOLDED : ScalarStyle.PLAIN;
        return new ScalarNode(Tag.STR, text, null, null, style);
    }
}
