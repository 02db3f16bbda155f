package org.parley.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.dataset.DataSetFolder;
import org.parley.dataset.PathCheck;
import org.parley.dataset.RecordFileCutter;
import org.parley.dataset.dump.YamlText;
import org.parley.entry.Entry;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.entry.Fault;
import org.parley.entry.FaultyDataException;
import org.parley.entry.Progress;
import org.parley.entry.check.Checks;
import org.parley.matching.Judgements;

/**
 * Undoes judgements: removes what imports wrote because of them. A record that an import added stays if another source attests it, or if
 * another record refers to it.
 */
public final class JudgementUndo {

    private static final List<String> LISTS = List.of("attestations", "resolutions", "identifiers");

    /** What is removed from a file. */
    private static final class Cut {
        private final Set<Integer> entries = new TreeSet<>();
        private final Map<String, Set<Integer>> items = new TreeMap<>();
    }

    private final Path folder;
    private final FileReplacement replacement;
    private final EntryFiles dataSet;
    private final Judgements judgements;
    private final Map<String, Entry> bySlug = new HashMap<>();
    private final Map<EntryFile, Cut> cuts = new LinkedHashMap<>();
    private int records;
    private int items;

    private JudgementUndo(Path folder, FileReplacement replacement, EntryFiles dataSet, Judgements judgements) {
        this.folder = folder;
        this.replacement = replacement;
        this.dataSet = dataSet;
        this.judgements = judgements;
        dataSet.entries().forEach(entry -> bySlug.put(entry.kind().folder() + "/" + entry.slug(), entry));
    }

    /** Finds what is to be removed from a data set. Throws a FaultyDataException with all its faults, and those that it would have. */
    public static JudgementUndo read(Path folder, Progress progress) {
        List<Fault> faults = new ArrayList<>();
        FileReplacement replacement = FileReplacement.before(folder);
        EntryFiles dataSet = DataSetFolder.read(folder, faults::add, progress);
        Judgements judgements = Judgements.read(folder, faults::add);
        throwIfAny(faults);
        JudgementUndo undo = new JudgementUndo(folder, replacement, dataSet, judgements);
        undo.cut(judgements.undo());
        Checks.run(undo.remaining(), faults::add, progress);
        throwIfAny(faults);
        return undo;
    }

    private static void throwIfAny(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultyDataException("in the data set; nothing was undone", faults);
        }
    }

    /** Two judgements may have led to the same row: what one of them wrote is removed once. */
    private void cut(List<JsonNode> written) {
        Set<Entry> added = new HashSet<>();
        for (JsonNode write : written) {
            Entry entry = bySlug.get(write.path("kind").asText() + "/" + write.path("record").asText());
            if (entry != null) {
                Cut cut = cuts.computeIfAbsent(entry.file(), none -> new Cut());
                LISTS.forEach(list -> write.path(list).forEach(item -> cutItem(cut, entry, list, item)));
                if (write.path("added").asBoolean()) {
                    added.add(entry);
                }
            }
        }
        added.removeIf(entry -> !isWhole(entry));
        removeUnused(added);
        for (Entry entry : added) {
            Cut cut = cuts.get(entry.file());
            LISTS.forEach(list -> cut.items.remove(pointer(entry, list)));
            cut.entries.add(entry.index());
        }
        records = added.size();
        items = cuts.values().stream().flatMap(cut -> cut.items.values().stream()).mapToInt(Set::size).sum();
    }

    private static String pointer(Entry entry, String list) {
        return "/" + entry.index() + "/" + list;
    }

    private static void cutItem(Cut cut, Entry entry, String list, JsonNode item) {
        JsonNode all = entry.node().path(list);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).equals(item)) {
                cut.items.computeIfAbsent(pointer(entry, list), none -> new TreeSet<>()).add(i);
            }
        }
    }

    /** Whether all attestations of an entry are removed. */
    private boolean isWhole(Entry entry) {
        Set<Integer> cut = cuts.get(entry.file()).items.getOrDefault(pointer(entry, "attestations"), Set.of());
        return cut.size() == entry.node().path("attestations").size();
    }

    /** Keeps the added records to which a record that remains refers, until there is no such one. */
    private void removeUnused(Set<Entry> added) {
        boolean isChanged = true;
        while (isChanged) {
            Set<String> used = new HashSet<>();
            dataSet.entries().filter(entry -> !added.contains(entry)).forEach(entry -> texts(entry.node(), used));
            Set<Entry> kept = new HashSet<>(added);
            kept.removeIf(entry -> !used.contains(entry.slug()));
            isChanged = added.removeAll(kept);
            kept.forEach(entry -> LISTS.forEach(list -> cuts.get(entry.file()).items.remove(pointer(entry, list))));
        }
    }

    private static void texts(JsonNode node, Set<String> texts) {
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.forEach(inner -> texts(inner, texts));
    }

    private EntryFiles remaining() {
        return EntryFiles.of(dataSet.files().stream()
                .map(file -> cuts.containsKey(file) ? new EntryFile(file.kind(), file.name(), tree(file), file.origin()) : file).toList());
    }

    private ArrayNode tree(EntryFile file) {
        Cut cut = cuts.get(file);
        ArrayNode tree = JsonNodeFactory.instance.arrayNode();
        file.entries().stream().filter(entry -> !cut.entries.contains(entry.index())).forEach(entry -> {
            ObjectNode node = entry.node().deepCopy();
            for (String list : LISTS) {
                List<Integer> indices = new ArrayList<>(cut.items.getOrDefault(pointer(entry, list), Set.of()));
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

    /** Writes all files, or none. Deletes those of which nothing remains. */
    public void write() {
        try {
            Map<Path, FileReplacement.Content> texts = new LinkedHashMap<>();
            for (Map.Entry<EntryFile, Cut> cut : cuts.entrySet()) {
                Path path = Path.of(cut.getKey().name());
                ArrayNode tree = tree(cut.getKey());
                Optional<String> text = RecordFileCutter.text(cut.getKey(), cut.getValue().entries, cut.getValue().items, tree,
                        FileReplacement.temporary(path));
                texts.put(path, tree.isEmpty() ? null : text.<FileReplacement.Content> map(lines -> writer -> writer.write(lines))
                        .orElse(writer -> YamlText.write(cut.getKey().kind(), tree, writer)));
            }
            if (judgements.changedText() != null) {
                texts.put(judgements.file(), writer -> writer.write(judgements.changedText()));
            }
            replacement.write(texts);
        } catch (IOException e) {
            throw new FaultyDataException("; nothing was undone",
                    List.of(new Fault(folder.toString(), 0, "", "cannot be written: " + PathCheck.reason(e))));
        }
    }

    /** Returns what is removed. */
    public String report() {
        return records + " records and " + items + " attestations, resolutions and identifiers of other records removed\n";
    }
}
