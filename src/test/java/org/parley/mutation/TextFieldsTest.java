package org.parley.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.dataset.DataSetFolder;
import org.parley.dataset.SeedCopy;
import org.parley.dataset.load.DataSetLoader;
import org.parley.entry.Entry;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.entry.Fault;
import org.parley.entry.check.Checks;
import org.parley.entry.check.Schemas;
import org.parley.record.Kind;

/**
 * Every text of every kind, as found by the JSON Schemas, is given invalid values. The check of files and the mutations must accept the
 * same, and what they accept must load.
 */
@QuarkusTest
@TestProfile(OwnRecord.class)
@Tag("slow")
class TextFieldsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SEEDS = SeedCopy.DATA_SET;

    /** Changes that make a text invalid in every field. */
    private static final Map<String, UnaryOperator<String>> BAD = new LinkedHashMap<>();

    static {
        BAD.put("a trailing line feed", text -> text + "\n");
        BAD.put("a leading line feed", text -> "\n" + text);
        BAD.put("nothing", text -> "");
        BAD.put("a space", text -> " ");
        BAD.put("no-break spaces", text -> "\u00A0\u2007\u202F");
        BAD.put("what has no width", text -> "\u200B\u2060");
        BAD.put("joiners", text -> "\u200C\u200D");
        BAD.put("a filler", text -> "\u3164");
        BAD.put("a leading space", text -> " " + text);
        BAD.put("a trailing space", text -> text + " ");
        BAD.put("a trailing no-break space", text -> text + "\u00A0");
        BAD.put("a trailing tab", text -> text + "\t");
        BAD.put("a carriage return", text -> text + "\r\n" + text);
        BAD.put("NUL", text -> text + "\0" + text);
        BAD.put("an escape", text -> text + "\u001B[2J");
        BAD.put("half a character", text -> text + "\uD800");
        BAD.put("an override of direction", text -> "\u202E" + text);
        BAD.put("an isolate", text -> "\u2066" + text + "\u2069");
        BAD.put("a byte order mark", text -> "\uFEFF" + text);
        BAD.put("a soft hyphen", text -> text + "\u00AD" + text);
        BAD.put("no character", text -> text + "\uFFFF");
        BAD.put("a character not assigned", text -> text + "\u0378");
        BAD.put("a private character", text -> text + "\uE000");
        BAD.put("10,001 characters", text -> text + "a".repeat(10_001 - text.length()));
    }

    /** Changes that make a text invalid in some fields only. */
    private static final Map<String, UnaryOperator<String>> MIXED = new LinkedHashMap<>();

    static {
        MIXED.put("1,393 characters", text -> text + "a".repeat(1_393 - text.length()));
        MIXED.put("300 wide characters", text -> "\uD83D\uDE00".repeat(300));
        MIXED.put("301 characters", text -> "b".repeat(301));
        MIXED.put("120 letters", text -> "c".repeat(120));
        MIXED.put("a line feed within", text -> text + "\n" + text);
        MIXED.put("letters with accents", text -> text + " e\u0301 I\u0307 \u0451 \u1100\u1161");
        MIXED.put("one letter", text -> "x");
        MIXED.put("an upper case", text -> text.toUpperCase(java.util.Locale.ROOT));
    }

    @Inject
    DataSetLoader loader;

    @TempDir
    Path temporary;

    private final List<String> faults = new ArrayList<>();
    private final Map<Kind, ArrayNode> accepted = new LinkedHashMap<>();
    private int number;

    /** A text of an entry and its JSON pointer. */
    private record Field(Entry entry, String pointer) {

        ObjectNode with(String slug, String text) {
            ObjectNode changed = entry.node().deepCopy();
            changed.put("slug", slug);
            changed.path("identifiers").forEach(identifier -> makeUnique((ObjectNode) identifier, slug));
            int last = pointer.lastIndexOf('/');
            JsonNode owner = changed.at(pointer.substring(0, last));
            String key = pointer.substring(last + 1);
            if (owner instanceof ArrayNode items) {
                items.set(Integer.parseInt(key), TextNode.valueOf(text));
            } else {
                ((ObjectNode) owner).put(key, text);
            }
            return changed;
        }

        /** No two records may have the same identifier. */
        private void makeUnique(ObjectNode identifier, String slug) {
            identifier.put(pointer.endsWith("/scheme") ? "value" : "scheme", slug);
        }
    }

    private static EntryFiles seeds() {
        List<Fault> none = new ArrayList<>();
        EntryFiles folder = DataSetFolder.read(SEEDS, none::add);
        assertEquals(List.of(), none);
        return folder;
    }

    /** Returns each text that entries of the kind have once, by its pointer without indexes. */
    private static Map<String, Field> fields(EntryFiles folder, Kind kind) {
        Map<String, Field> fields = new LinkedHashMap<>();
        folder.entries(kind).forEach(entry -> collect(entry, "", "", entry.node(), fields));
        fields.keySet().removeIf(way -> way.startsWith("/resolutions"));
        return fields;
    }

    private static void collect(Entry entry, String pointer, String way, JsonNode node, Map<String, Field> fields) {
        if (node.isTextual()) {
            fields.putIfAbsent(way, new Field(entry, pointer));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(entry, pointer + "/" + i, way + "/*", node.get(i), fields);
            }
        } else {
            node.properties()
                    .forEach(one -> collect(entry, pointer + "/" + one.getKey(), way + "/" + one.getKey(), one.getValue(), fields));
        }
    }

    /** Returns the names of all keys that the JSON Schemas define as texts. */
    private static TreeSet<String> textKeys() {
        TreeSet<String> keys = new TreeSet<>();
        Schemas.files().keySet().forEach(file -> collectKeys(file, Schemas.tree(file), keys));
        return keys;
    }

    private static void collectKeys(String file, JsonNode node, TreeSet<String> keys) {
        node.path("properties").properties().stream().filter(property -> isText(file, property.getValue()))
                .forEach(property -> keys.add(property.getKey()));
        node.forEach(inner -> collectKeys(file, inner, keys));
    }

    private static boolean isText(String file, JsonNode node) {
        if (node.has("$ref")) {
            String[] parts = node.get("$ref").textValue().split("#");
            String target = parts[0].isEmpty() ? file : parts[0];
            return isText(target, Schemas.tree(target).at(parts[1]));
        }
        return node.has("items") ? isText(file, node.get("items")) : node.path("type").toString().contains("\"string\"");
    }

    @Test
    void filesAndMutationsRejectTheSameTexts() throws IOException {
        EntryFiles folder = seeds();
        TreeSet<String> named = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            Map<String, Field> fields = fields(folder, kind);
            fields.keySet().forEach(way -> named.add(way.substring(way.replaceAll("/\\*$", "").lastIndexOf('/') + 1).replace("/*", "")));
            fields.forEach((way, field) -> compareIf(!way.equals("/slug"), folder, kind, way, field));
        }
        // Slugs come last: other entries could refer to a record with an accepted slug.
        for (Kind kind : Kind.values()) {
            fields(folder, kind).forEach((way, field) -> compareIf(way.equals("/slug"), folder, kind, way, field));
        }
        TreeSet<String> unseen = new TreeSet<>(textKeys());
        unseen.removeAll(named);
        // The same type as `date`, and no source in the data set has it as a plain text.
        unseen.remove("published");
        assertEquals(new TreeSet<>(), unseen, "texts of the JSON Schemas that no entry has");
        assertEquals(List.of(), faults.stream().limit(30).toList());
        assertTrue(number > 2_000, () -> number + " texts");
        assertLoads();
    }

    private void compareIf(boolean wanted, EntryFiles folder, Kind kind, String way, Field field) {
        if (wanted) {
            BAD.forEach((what, change) -> compare(folder, kind, way, field, what, change, true));
            MIXED.forEach((what, change) -> compare(folder, kind, way, field, what, change, false));
        }
    }

    private void compare(EntryFiles folder, Kind kind, String way, Field field, String what, UnaryOperator<String> change, boolean bad) {
        String slug = "text-" + number++;
        String good = field.entry.node().at(field.pointer).asText();
        ObjectNode entry = field.with(slug, way.equals("/slug") ? change.apply(slug) : change.apply(good));
        String where = kind + way + " with " + what + ": ";
        List<String> ofFile = check(folder, kind, entry);
        JsonNode answer = record(kind, entry);
        if (answer.toString().contains("INTERNAL")) {
            faults.add(where + answer);
        }
        boolean recorded = !answer.has("errors");
        if (ofFile.isEmpty() != recorded) {
            faults.add(where + "the file has the faults " + ofFile + ", the mutation answers " + answer);
        }
        if (bad && ofFile.isEmpty()) {
            faults.add(where + "accepted");
        }
        if (recorded) {
            accepted.computeIfAbsent(kind, none -> JSON.createArrayNode()).add(entry);
        }
    }

    /** Returns the faults of the entry next to all others. */
    private static List<String> check(EntryFiles folder, Kind kind, ObjectNode entry) {
        List<String> faults = new ArrayList<>();
        EntryFile file = new EntryFile(kind, "file", JSON.createArrayNode().add(entry), new StoredEntryLocator());
        Checks.run(EntryFiles.of(List.of(file)).withKnown(folder.files()), fault -> faults.add(fault.toString()));
        return faults;
    }

    private static JsonNode record(Kind kind, ObjectNode entry) {
        String name = kind.typeName();
        ObjectNode input = (ObjectNode) input(entry, "");
        if (kind == Kind.FIGURE && entry.has("value")) {
            input.set("value", entry.get("value"));
        }
        return Editor.ANA.send("mutation($i: " + name + "Input!) { record" + name + "(input: $i) { revision } }",
                Map.of("i", JSON.convertValue(input, Map.class)));
    }

    /** Converts an entry to mutation input. */
    private static JsonNode input(JsonNode node, String key) {
        if (List.of("date", "published", "from", "to").contains(key) && node.isValueNode()) {
            return JSON.createObjectNode().put("edtf", node.asText());
        }
        if (List.of("edtf", "reading", "value", "reads").contains(key) && node.isIntegralNumber()) {
            return TextNode.valueOf(node.asText());
        }
        if (node.isArray()) {
            ArrayNode items = JSON.createArrayNode();
            node.forEach(item -> items.add(input(item, "")));
            return items;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode fields = JSON.createObjectNode();
        node.properties().stream().filter(one -> !one.getKey().equals("resolutions"))
                .forEach(one -> fields.set(one.getKey(), input(one.getValue(), one.getKey())));
        return fields;
    }

    /** Asserts that all accepted entries load as files. */
    private void assertLoads() throws IOException {
        Path copy = temporary.resolve("seeds");
        try (var files = Files.walk(SEEDS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(SEEDS.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        for (Map.Entry<Kind, ArrayNode> kind : accepted.entrySet()) {
            Files.writeString(copy.resolve(kind.getKey().folder()).resolve("accepted.yaml"),
                    new YAMLMapper().writeValueAsString(kind.getValue()));
        }
        assertTrue(accepted.values().stream().mapToInt(ArrayNode::size).sum() > 100);
        try {
            loader.load(copy);
            assertFalse(Editor.NOBODY.send("{ actors(filter: {text: \"arm\u00e9\"}) { totalCount } }").at("/data/actors/totalCount")
                    .asInt() == 0);
            // Composed and decomposed letters are equal.
            assertEquals(Editor.NOBODY.send("{ actors(filter: {text: \"arm\u00e9\"}) { totalCount } }"), Editor.NOBODY
                    .send("{ actors(filter: {text: \"" + Normalizer.normalize("arm\u00e9", Normalizer.Form.NFD) + "\"}) { totalCount } }"));
        } finally {
            loader.load(SEEDS);
        }
    }
}
