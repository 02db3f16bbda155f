package org.parley.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.dataset.RecordFileCutter;
import org.parley.entry.Entry;
import org.parley.entry.EntryFile;
import org.parley.entry.RecordDefinitions;
import org.parley.exchange.map.AttestedText;
import org.parley.exchange.map.EntryDigest;
import org.parley.record.Kind;

/** What is removed from a file of a data set: entries, and items that imports added to the lists of others. */
final class RecordCut {

    private static final String ATTESTATIONS = "attestations";
    private static final String RESOLUTIONS = "resolutions";

    private final EntryFile file;
    private final Set<Integer> entries = new TreeSet<>();
    private final Map<String, Set<Integer>> items = new TreeMap<>();

    RecordCut(EntryFile file) {
        this.file = file;
    }

    private static String pointer(Entry entry, String list) {
        return "/" + entry.index() + "/" + list;
    }

    /** Cuts an item, and returns whether the entry has it. */
    boolean cutItem(Entry entry, String list, JsonNode item) {
        JsonNode all = entry.node().path(list);
        boolean isFound = false;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).equals(item)) {
                items.computeIfAbsent(pointer(entry, list), none -> new TreeSet<>()).add(i);
                isFound = true;
            }
        }
        return isFound;
    }

    void cutEntry(Entry entry) {
        keep(entry);
        entries.add(entry.index());
    }

    /** Keeps an entry with all its items. */
    void keep(Entry entry) {
        EntryDigest.LISTS.forEach(list -> items.remove(pointer(entry, list)));
    }

    private Set<Integer> cut(Entry entry, String list) {
        return items.getOrDefault(pointer(entry, list), Set.of());
    }

    /** Whether all attestations of an entry are removed. */
    boolean isWhole(Entry entry) {
        return cut(entry, ATTESTATIONS).size() == entry.node().path(ATTESTATIONS).size();
    }

    /**
     * Keeps the resolutions of fields for which a remaining attestation has another value than the record.
     *
     * @param name returns the name of the record of a kind with a slug
     */
    void keepResolutions(Entry entry, BiFunction<Kind, String, String> name) {
        items.computeIfPresent(pointer(entry, RESOLUTIONS), (pointer, cut) -> {
            Set<Integer> rest = cut.stream().filter(i -> !isContradicted(entry, entry.node().path(RESOLUTIONS).get(i), name))
                    .collect(Collectors.toCollection(TreeSet::new));
            return rest.isEmpty() ? null : rest;
        });
    }

    private boolean isContradicted(Entry entry, JsonNode resolution, BiFunction<Kind, String, String> name) {
        String field = resolution.path("field").asText();
        JsonNode all = entry.node().path(ATTESTATIONS);
        String own = RecordDefinitions.of(entry.kind()).entry().written().stream().filter(one -> one.name().equals(field)).findFirst()
                .map(known -> AttestedText.of(known, entry.node().path(field), name)).orElse("");
        return IntStream.range(0, all.size()).filter(i -> !cut(entry, ATTESTATIONS).contains(i)).mapToObj(all::get)
                .filter(attestation -> attestation.path("field").asText().equals(field))
                .anyMatch(attestation -> !AttestedText.read(attestation).equals(own));
    }

    boolean isEmpty() {
        return entries.isEmpty() && items.isEmpty();
    }

    /** Returns the number of items of entries that remain. */
    int items() {
        return items.values().stream().mapToInt(Set::size).sum();
    }

    /** Returns the entries that remain. */
    ArrayNode tree() {
        ArrayNode tree = JsonNodeFactory.instance.arrayNode();
        file.entries().stream().filter(entry -> !entries.contains(entry.index())).forEach(entry -> {
            ObjectNode node = entry.node().deepCopy();
            for (String list : EntryDigest.LISTS) {
                List<Integer> indices = new ArrayList<>(cut(entry, list));
                for (int i = indices.size() - 1; i >= 0; i--) {
                    ((ArrayNode) node.get(list)).remove(indices.get(i));
                }
                if (!indices.isEmpty() && node.get(list).isEmpty()) {
                    node.remove(list);
                }
            }
            tree.add(node);
        });
        return tree;
    }

    /** Returns the text of the file without what is removed; empty if its comments cannot be kept. */
    Optional<String> text(Path temporary) throws IOException {
        return RecordFileCutter.text(file, entries, items, tree(), temporary);
    }
}
