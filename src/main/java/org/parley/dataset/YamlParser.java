package org.parley.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.parley.fault.InputTextRules;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Parses one document in <a href="https://yaml.org/spec/1.2.2/">YAML 1.2</a> into a JSON tree, by the core schema. Rejects tags, anchors,
 * aliases, values that other YAML versions read differently, and values that JSON cannot represent.
 */
final class YamlParser {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_DIGITS = 40;
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> BOOL = Set.of("true", "True", "TRUE", "false", "False", "FALSE");
    private static final Pattern INT = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("(0|-?[1-9][0-9]*|-?(0|[1-9][0-9]*)\\.[0-9]+)([eE][-+]?[0-9]+)?");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Iterator<Event> events;
    private final BiConsumer<Integer, String> faults;
    private final Map<String, Integer> lines;
    /** Interned keys and short texts: most occur many times. */
    private final Map<String, String> internedKeys = new HashMap<>();
    private final Map<String, TextNode> internedTexts = new HashMap<>();

    /**
     * Reports faults by line to `faults`, and puts the line of each pointer into `lines` unless that is null. Without `marks`, parsing
     * takes less time and memory, and every line is 0.
     */
    YamlParser(Reader text, boolean marks, BiConsumer<Integer, String> faults, Map<String, Integer> lines) {
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setUseMarks(marks).build();
        this.events = new Parse(settings).parseReader(text).iterator();
        this.faults = faults;
        this.lines = lines;
    }

    /** Returns the tree, or a missing node if there is no document. */
    JsonNode read() {
        events.next();
        JsonNode tree = MissingNode.getInstance();
        if (events.next() instanceof DocumentStartEvent start) {
            checkVersion(start);
            tree = node(events.next(), "", 0);
            events.next();
            if (events.next() instanceof DocumentStartEvent second) {
                faults.accept(line(second), "has a second document; write each document to its own file");
            }
        }
        return tree;
    }

    private void checkVersion(DocumentStartEvent start) {
        Optional<SpecVersion> version = start.getSpecVersion();
        if (version.isPresent() && (version.get().getMajor() != 1 || version.get().getMinor() != 2)) {
            faults.accept(line(start),
                    "is read as YAML 1.2; remove the directive %YAML " + version.get().getMajor() + "." + version.get().getMinor());
        }
    }

    private JsonNode node(Event event, String pointer, int depth) {
        putLine(pointer, event);
        checkProperties(event);
        if (depth > MAX_DEPTH) {
            throw new YamlException(line(event), "is nested more than " + MAX_DEPTH + " levels deep");
        }
        if (event instanceof MappingStartEvent) {
            return map(pointer, depth);
        }
        if (event instanceof CollectionStartEvent) {
            return list(pointer, depth);
        }
        return event instanceof ScalarEvent scalar ? scalar(scalar) : NODES.nullNode();
    }

    private ObjectNode map(String pointer, int depth) {
        ObjectNode map = NODES.objectNode();
        for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
            if (!(key instanceof ScalarEvent scalar)) {
                throw new YamlException(line(key), "has a key that is not text");
            }
            checkProperties(scalar);
            checkText(scalar);
            String name = internedKeys.computeIfAbsent(scalar.getValue(), Function.identity());
            if (map.has(name)) {
                faults.accept(line(key), "has the key '" + name + "' twice; write it once");
            }
            String child = lines == null ? "" : pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            putLine(child, key);
            map.set(name, node(events.next(), child, depth + 1));
        }
        return map;
    }

    private ArrayNode list(String pointer, int depth) {
        ArrayNode list = NODES.arrayNode();
        for (Event item = events.next(); item.getEventId() != Event.ID.SequenceEnd; item = events.next()) {
            list.add(node(item, lines == null ? "" : pointer + "/" + list.size(), depth + 1));
        }
        return list;
    }

    private void checkProperties(Event event) {
        Optional<String> tag = event instanceof ScalarEvent scalar ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
        tag.ifPresent(name -> faults.accept(line(event), "has the tag '" + name + "'; remove it, and quote text"));
        if (event instanceof AliasEvent alias) {
            faults.accept(line(event), "has the alias '*" + alias.getAlias() + "'; write the value itself, or quote it if it is text");
        } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            faults.accept(line(event), "has the anchor '&" + node.getAnchor().get() + "'; remove it");
        }
    }

    private JsonNode scalar(ScalarEvent event) {
        String text = event.getValue();
        checkText(event);
        if (!event.isPlain()) {
            return NODES.textNode(text);
        }
        if (NULL.contains(text)) {
            return NODES.nullNode();
        }
        if (BOOL.contains(text)) {
            return NODES.booleanNode(text.charAt(0) == 't' || text.charAt(0) == 'T');
        }
        return isNumber(text) ? number(event, text)
                : text.length() > MAX_DIGITS ? NODES.textNode(text) : internedTexts.computeIfAbsent(text, NODES::textNode);
    }

    private static boolean isNumber(String text) {
        char first = text.charAt(0);
        return (first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.')
                && (INT.matcher(text).matches() || FLOAT.matcher(text).matches() || NOT_FINITE.matcher(text).matches());
    }

    private JsonNode number(ScalarEvent event, String text) {
        if (text.length() <= MAX_DIGITS && PLAIN_NUMBER.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            if (INT.matcher(text).matches() && text.length() <= 15) {
                long integer = Long.parseLong(text);
                return integer == (int) integer ? NODES.numberNode((int) integer) : NODES.numberNode(integer);
            }
            if (Double.isFinite(value) && new BigDecimal(Double.toString(value)).compareTo(new BigDecimal(text)) == 0) {
                return INT.matcher(text).matches() && text.length() <= 18 ? NODES.numberNode(Long.parseLong(text))
                        : NODES.numberNode(value);
            }
            faults.accept(line(event),
                    "has the number " + text + ", which cannot be stored exactly; write fewer digits, or quote it if it is text");
            return NODES.nullNode();
        }
        faults.accept(line(event), "has '" + text.substring(0, Math.min(text.length(), MAX_DIGITS))
                + "', a number that other versions of YAML read differently; write decimal digits without a leading zero, or quote it if it is text");
        return NODES.nullNode();
    }

    private void checkText(ScalarEvent event) {
        String text = event.getValue();
        if (text.indexOf('\0') >= 0 || hasLoneSurrogate(text)) {
            faults.accept(line(event), InputTextRules.fault(text).orElse("has a character that text cannot contain"));
        }
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
            }
        }
        return false;
    }

    private void putLine(String pointer, Event event) {
        if (lines != null) {
            lines.putIfAbsent(pointer, line(event));
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
