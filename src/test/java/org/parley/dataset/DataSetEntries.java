package org.parley.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.parley.entry.Entry;
import org.parley.entry.EntryFiles;
import org.parley.record.Kind;

/** The entries of the real data set, with the digests of the texts that they cite. */
final class DataSetEntries {

    private final List<Entry> entries;
    private final Map<String, TextDigest> texts = new TreeMap<>();
    private final Map<String, JsonNode> actors;

    private DataSetEntries(List<Entry> entries) throws IOException {
        this.entries = entries;
        for (Entry source : of(Kind.SOURCE).toList()) {
            texts.put(source.slug(), TextDigest.read(Path.of("src/test/resources/texts", source.slug() + ".digest")));
        }
        actors = of(Kind.ACTOR).collect(Collectors.toMap(Entry::slug, Entry::node));
    }

    static DataSetEntries read() {
        try {
            List<Object> faults = new ArrayList<>();
            EntryFiles folder = DataSetFolder.read(Path.of("seeds"), faults::add);
            if (!faults.isEmpty()) {
                throw new IllegalStateException(faults.toString());
            }
            return new DataSetEntries(folder.entries().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Entry> all() {
        return entries.stream();
    }

    Stream<Entry> of(Kind... kinds) {
        return all().filter(entry -> Arrays.asList(kinds).contains(entry.kind()));
    }

    Map<String, TextDigest> texts() {
        return texts;
    }

    /** Whether a text has the words. Data sets, which give coordinates and codes, do not count. */
    boolean inAText(String words) {
        return of(Kind.SOURCE).filter(source -> !source.node().get("kind").asText().equals("DATASET"))
                .anyMatch(source -> texts.get(source.slug()).has(words));
    }

    /** Whether one of the cited parts of texts has the words. */
    boolean inAPart(JsonNode attestations, String words) {
        return items(attestations).anyMatch(one -> cited(one).has(one.get("locator").asText(), words));
    }

    TextDigest cited(JsonNode attestation) {
        return texts.get(attestation.get("source").asText());
    }

    /** Whether the actor is a person with a name. */
    boolean isNamed(String actor) {
        JsonNode node = actors.get(actor);
        return node.get("kind").asText().equals("PERSON") && !node.get("name").asText().contains("(unnamed)");
    }

    /** The last word of a person's name. */
    String surname(String actor) {
        List<String> words = List.of(actors.get(actor).get("name").asText().split(" "));
        return words.get(words.size() - 1);
    }

    static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** The texts of a list, or a single text. */
    static List<String> strings(JsonNode node) {
        return node.isTextual() ? List.of(node.asText()) : items(node).map(JsonNode::asText).toList();
    }

    /** Every node of the entry with the name of its field. */
    static void walk(Entry entry, BiConsumer<String, JsonNode> visitor) {
        walk("", entry.node(), visitor);
    }

    private static void walk(String name, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(name, node);
        node.properties().forEach(field -> walk(field.getKey(), field.getValue(), visitor));
        if (node.isArray()) {
            node.forEach(element -> walk(name, element, visitor));
        }
    }
}
