package org.parley.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.dataset.DataSetFolder;
import org.parley.dataset.PathCheck;
import org.parley.dataset.dump.YamlText;
import org.parley.entry.Entry;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.entry.Fault;
import org.parley.entry.FaultyDataException;
import org.parley.entry.Progress;
import org.parley.entry.check.Checks;
import org.parley.exchange.map.EntryDigest;
import org.parley.matching.JudgedDataSet;
import org.parley.matching.Judgements;
import org.parley.matching.RecordIndex;
import org.parley.record.Kind;

/**
 * Undoes judgements: removes what imports wrote because of them. A record that an import added stays if another source attests it, or if
 * another record refers to it.
 */
public final class JudgementUndo {

    private final Path folder;
    private final FileReplacement replacement;
    private final EntryFiles dataSet;
    private final Judgements judgements;
    private final Map<String, Entry> bySlug = new HashMap<>();
    private final Map<EntryFile, RecordCut> cuts = new LinkedHashMap<>();
    private final Set<String> kept = new TreeSet<>();
    private final List<Path> rewritten = new ArrayList<>();
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
        EntryFiles remaining = undo.remaining();
        Checks.run(remaining, faults::add, progress);
        judgements.check((kind, slug) -> JudgedDataSet.exists(remaining, kind, slug), faults::add);
        throwIfAny(faults);
        return undo;
    }

    private static void throwIfAny(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultyDataException("in the data set; nothing was undone", faults);
        }
    }

    /**
     * Two judgements may have led to the same row: what one of them wrote is removed once. What was changed after the import is kept.
     */
    private void cut(List<JsonNode> written) {
        Set<Entry> known = new LinkedHashSet<>();
        Set<Entry> added = new LinkedHashSet<>();
        for (JsonNode write : written) {
            Entry entry = bySlug.get(write.path("kind").asText() + "/" + write.path("record").asText());
            if (entry != null) {
                known.add(entry);
                cutItems(entry, write);
                if (write.path("added").asBoolean()) {
                    added.add(entry);
                    if (!write.path("digest").asText().equals(EntryDigest.of(entry.node()))) {
                        kept.add(label(entry));
                    }
                }
            }
        }
        added.removeIf(entry -> !cuts.get(entry.file()).isWhole(entry));
        Set<Entry> changed = added.stream().filter(entry -> kept.contains(label(entry))).collect(Collectors.toSet());
        changed.forEach(entry -> cuts.get(entry.file()).keep(entry));
        added.removeAll(changed);
        removeUnused(added);
        added.forEach(entry -> cuts.get(entry.file()).cutEntry(entry));
        known.forEach(entry -> cuts.get(entry.file()).keepResolutions(entry, this::name));
        cuts.values().removeIf(RecordCut::isEmpty);
        records = added.size();
        items = cuts.values().stream().mapToInt(RecordCut::items).sum();
    }

    private void cutItems(Entry entry, JsonNode write) {
        RecordCut cut = cuts.computeIfAbsent(entry.file(), RecordCut::new);
        for (String list : EntryDigest.LISTS) {
            for (JsonNode item : write.path(list)) {
                if (!cut.cutItem(entry, list, item)) {
                    kept.add(label(entry));
                }
            }
        }
    }

    private static String label(Entry entry) {
        return entry.kind().folder() + "/" + entry.slug();
    }

    /** Returns the name of a record, or its slug if it is not known. */
    private String name(Kind kind, String slug) {
        Entry entry = bySlug.get(kind.folder() + "/" + slug);
        return entry == null ? slug : RecordIndex.displayName(entry.node());
    }

    /** Keeps the added records to which a record that remains refers, until there is no such one. */
    private void removeUnused(Set<Entry> added) {
        boolean isChanged = true;
        while (isChanged) {
            Set<String> used = new HashSet<>();
            dataSet.entries().filter(entry -> !added.contains(entry)).forEach(entry -> texts(entry.node(), used));
            Set<Entry> needed = new HashSet<>(added);
            needed.removeIf(entry -> !used.contains(entry.slug()));
            isChanged = added.removeAll(needed);
            needed.forEach(entry -> cuts.get(entry.file()).keep(entry));
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
                .map(file -> cuts.containsKey(file) ? new EntryFile(file.kind(), file.name(), cuts.get(file).tree(), file.origin()) : file)
                .toList());
    }

    /** Writes all files, or none. Deletes those of which nothing remains. */
    public void write() {
        try {
            Map<Path, FileReplacement.Content> texts = new LinkedHashMap<>();
            for (Map.Entry<EntryFile, RecordCut> cut : cuts.entrySet()) {
                Path path = Path.of(cut.getKey().name());
                ArrayNode tree = cut.getValue().tree();
                Optional<String> text = cut.getValue().text(FileReplacement.temporary(path));
                texts.put(path, tree.isEmpty() ? null : text.<FileReplacement.Content> map(lines -> writer -> writer.write(lines))
                        .orElse(writer -> YamlText.write(cut.getKey().kind(), tree, writer)));
                if (text.isEmpty() && !tree.isEmpty()) {
                    rewritten.add(path);
                }
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

    /** Returns what is removed, and what is kept because it was changed. */
    public String report() {
        StringBuilder text = new StringBuilder().append(records).append(" records and ").append(items)
                .append(" attestations, resolutions and identifiers of other records removed\n");
        kept.forEach(record -> text.append("  changed since the import; remove by hand what is wrong in it: ").append(record).append('\n'));
        rewritten.forEach(path -> text.append("  written again without its comments: ").append(path).append('\n'));
        return text.toString();
    }
}
