package org.parley.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.parley.dataset.DataSetFolder;
import org.parley.dataset.PathCheck;
import org.parley.dataset.RecordFileEditor;
import org.parley.dataset.dump.YamlText;
import org.parley.entry.Entry;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.entry.Fault;
import org.parley.entry.FaultyDataException;
import org.parley.entry.Progress;
import org.parley.entry.check.Checks;
import org.parley.entry.check.ReferenceCheck;
import org.parley.exchange.map.Conversion;
import org.parley.exchange.map.Mapping;
import org.parley.exchange.read.ForeignFile;
import org.parley.exchange.read.ForeignFileException;
import org.parley.matching.Judgements;
import org.parley.record.Kind;

/** An import by a mapping: new records go to new files, and known records get attestations. Nothing is written if there is a fault. */
public final class MappedImport {

    private final Path file;
    private final Path folder;
    private final Path report;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<EntryFile, Map<Integer, ObjectNode>> changed = new LinkedHashMap<>();
    private final List<Path> rewritten = new ArrayList<>();
    private String description;
    private FileReplacement replacement;
    private Judgements judgements;
    private Conversion.Result conversion;

    private MappedImport(Path file, Path folder, Path report) {
        this.file = file;
        this.folder = folder;
        this.report = report;
    }

    /**
     * Converts a file and checks it with the data set. Throws a FaultyDataException with all faults.
     *
     * @param source slug of the source that attests the records; blank for that of the mapping
     * @param report file for the faults if there are many
     */
    public static MappedImport read(Path mapping, Path file, Path folder, String source, Path report, Progress progress) {
        PathCheck.file(file);
        MappedImport read = new MappedImport(file, folder, report);
        Mapping map = Mapping.read(mapping);
        read.replacement = FileReplacement.before(folder);
        EntryFiles dataSet = DataSetFolder.read(folder, read.faults::add, progress);
        read.judgements = Judgements.read(folder, read.faults::add);
        if (read.judgements.hasUndo()) {
            read.faults.add(new Fault(read.judgements.file().toString(), 0, "",
                    "has judgements to undo; run the command `undo " + folder + "`, and import again"));
        }
        read.throwIfAny();
        read.convert(map, source.isEmpty() ? map.source() : source, dataSet);
        Checks.run(read.merged(dataSet), read.faults::add, progress);
        read.throwIfAny();
        return read;
    }

    private void throwIfAny() {
        new GroupedFaults(faults).throwIfAny(report);
    }

    private void convert(Mapping mapping, String source, EntryFiles dataSet) {
        if (source.isEmpty()) {
            faults.add(new Fault("--source", 0, "", "no source is named; write --source, or 'source' in the mapping"));
        } else {
            checkSource(source, dataSet);
        }
        throwIfAny();
        try {
            ForeignFile foreign = new ForeignFile(file, mapping.form());
            description = foreign.description();
            conversion = Conversion.run(mapping, foreign, file.toString(), source, dataSet, judgements, faults::add);
        } catch (ForeignFileException e) {
            faults.add(new Fault(file.toString(), e.line(), "", e.getMessage()));
            throwIfAny();
        }
    }

    private void checkSource(String source, EntryFiles dataSet) {
        List<String> sources = dataSet.entries(Kind.SOURCE).map(Entry::slug).filter(slug -> slug != null).toList();
        if (!sources.contains(source)) {
            faults.add(new Fault("--source", 0, "",
                    ReferenceCheck.missingMessage(source, Kind.SOURCE, sources, "add it to the folder sources")));
        }
    }

    /** Returns the data set as the import leaves it. */
    private EntryFiles merged(EntryFiles dataSet) {
        conversion.changed()
                .forEach((entry, form) -> changed.computeIfAbsent(entry.file(), none -> new TreeMap<>()).put(entry.index(), form));
        Map<EntryFile, EntryFile> replaced = new IdentityHashMap<>();
        changed.forEach((before, entries) -> replaced.put(before,
                new EntryFile(before.kind(), before.name(), tree(before, entries), before.origin())));
        List<EntryFile> files = new ArrayList<>(dataSet.files().stream().map(before -> replaced.getOrDefault(before, before)).toList());
        files.addAll(conversion.newFiles());
        return EntryFiles.of(files);
    }

    private static ArrayNode tree(EntryFile before, Map<Integer, ObjectNode> entries) {
        ArrayNode tree = JsonNodeFactory.instance.arrayNode();
        before.entries().forEach(entry -> tree.add(entries.getOrDefault(entry.index(), (ObjectNode) entry.node())));
        return tree;
    }

    /** Writes all files, or none: they replace the old ones only when all new texts are on the disk. */
    public void write() {
        try {
            Map<Path, FileReplacement.Content> texts = new LinkedHashMap<>();
            conversion.newFiles().forEach(added -> texts.put(NewFile.in(folder.resolve(added.kind().folder()), file),
                    writer -> YamlText.write(added.kind(), added.tree(), writer)));
            for (Map.Entry<EntryFile, Map<Integer, ObjectNode>> edited : changed.entrySet()) {
                Path path = Path.of(edited.getKey().name());
                ArrayNode tree = tree(edited.getKey(), edited.getValue());
                Optional<String> text = RecordFileEditor.text(edited.getKey(), edited.getValue(), tree, FileReplacement.temporary(path));
                texts.put(path, text.<FileReplacement.Content> map(lines -> writer -> writer.write(lines))
                        .orElse(writer -> YamlText.write(edited.getKey().kind(), tree, writer)));
                if (text.isEmpty()) {
                    rewritten.add(path);
                }
            }
            if (judgements.changedText() != null) {
                texts.put(judgements.file(), writer -> writer.write(judgements.changedText()));
            }
            replacement.write(texts);
        } catch (IOException e) {
            throw new FaultyDataException("in the import",
                    List.of(new Fault(folder.toString(), 0, "", "cannot be written: " + PathCheck.reason(e))));
        }
    }

    /** Returns the file of the current folder that gets the faults of a file, if there are many: one that does not exist yet. */
    public static Path newReport(Path file) {
        Path report = Path.of(file.getFileName() + ".faults.txt");
        for (int number = 2; Files.exists(report); number++) {
            report = Path.of(file.getFileName() + ".faults-" + number + ".txt");
        }
        return report;
    }

    /** Returns what was read, what is new and changed, and what a person has to judge. */
    public String report() {
        StringBuilder text = new StringBuilder().append(conversion.rows()).append(" rows (").append(description).append(")\n");
        if (conversion.skipped() > 0) {
            text.append("  ").append(conversion.skipped()).append(" rows left out by 'where' in the mapping\n");
        }
        for (EntryFile added : conversion.newFiles()) {
            text.append("  ").append(added.entries().size()).append(" new ").append(added.kind().folder()).append('\n');
        }
        Map<String, Integer> kinds = new TreeMap<>();
        changed.forEach((before, entries) -> kinds.merge(before.kind().folder(), entries.size(), Integer::sum));
        kinds.forEach((kind, number) -> text.append("  ").append(number).append(' ').append(kind).append(" attested by more\n"));
        text.append("  ").append(conversion.unchanged()).append(" known, unchanged\n");
        if (conversion.held() > 0) {
            text.append("  ").append(conversion.held()).append(" held back: judge the ").append(judgements.undecided())
                    .append(" undecided in ").append(judgements.file()).append(", and import again\n");
        }
        rewritten.forEach(path -> text.append("  written again without its comments: ").append(path).append('\n'));
        return text.toString();
    }
}
