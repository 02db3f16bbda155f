package org.parley.seed.entry;

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
import org.parley.seed.read.Entry;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.SeedKind;

/** The entries of the real data set, with the digests of the texts that they cite. */
final class DataSetEntries {

    private final List<Entry> entries;
    private final Map<String, TextDigest> texts = new TreeMap<>();
    private final Map<String, JsonNode> actors;

    private DataSetEntries(List<Entry> entries) throws IOException {
        this.entries = entries;
        for (Entry source : of(SeedKind.SOURCE).toList()) {
            texts.put(source.slug(), TextDigest.read(Path.of("src/test/resources/texts", source.slug() + ".digest")));
        }
        actors = of(SeedKind.ACTOR).collect(Collectors.toMap(Entry::slug, Entry::node));
    }

    static DataSetEntries read() {
        try {
            List<Object> faults = new ArrayList<>();
            SeedFolder folder = SeedFolder.read(Path.of("seeds"), faults::add);
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

    Stream<Entry> of(SeedKind... kinds) {
        return all().filter(entry -> Arrays.asList(kinds).contains(entry.kind()));
    }

    Map<String, TextDigest> texts() {
        return texts;
    }

    boolean inAText(String words) {
        return texts.values().stream().anyMatch(text -> text.has(words));
    }

    /** Whether one of the parts of texts that these attestations cite has the words. */
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

    /** The texts of a list, or the one text. */
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
