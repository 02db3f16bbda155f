package org.parley.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.parley.dataset.DataSetFolder;
import org.parley.dataset.PathCheck;
import org.parley.dataset.dump.YamlText;
import org.parley.entry.Entry;
import org.parley.entry.EntryFiles;
import org.parley.entry.Fault;
import org.parley.entry.FaultyDataException;
import org.parley.entry.Progress;
import org.parley.entry.check.Checks;
import org.parley.entry.check.ReferenceCheck;
import org.parley.record.Kind;

/** A foreign file, converted to entries and checked together with the data set. */
public final class Import {

    /** Ends the message about the faults of an import. */
    static final String NOTHING_WRITTEN = "in the import; nothing was written";

    private final ImportedEntries imported;
    private final Path file;

    private Import(ImportedEntries imported, Path file) {
        this.imported = imported;
        this.file = file;
    }

    /**
     * Reads persons, organizations and memberships in <a href="https://www.popoloproject.com/">Popolo</a> JSON. Each entry gets an
     * attestation by the source with this locator.
     */
    public static Import popolo(Path file, Path folder, String source, String locator, Progress progress) {
        return of(file, folder, source, progress, existing -> new PopoloConverter(file, existing).read(source, locator));
    }

    /** Reads a CSV table of meetings. */
    public static Import meetings(Path file, Path folder, String source, Progress progress) {
        return of(file, folder, source, progress, existing -> MeetingTable.read(file, existing, source));
    }

    /** Throws a FaultyDataException with all faults of the foreign file and of the data set. */
    private static Import of(Path file, Path folder, String source, Progress progress, Function<ExistingRecords, ImportedEntries> convert) {
        PathCheck.file(file);
        List<Fault> faults = new ArrayList<>();
        EntryFiles dataSet = DataSetFolder.read(folder, faults::add, progress);
        if (faults.isEmpty()) {
            missingSource(source, dataSet).ifPresent(faults::add);
        }
        throwIfAny(faults);
        ImportedEntries imported = convert.apply(new ExistingRecords(dataSet));
        faults.addAll(imported.faults);
        Checks.run(dataSet.with(imported.file()), faults::add, progress);
        throwIfAny(faults);
        return new Import(imported, newFile(folder.resolve(imported.kind().folder()), file));
    }

    /** Returns the fault of an option `--source` that names no source of the data set. */
    static Optional<Fault> missingSource(String source, EntryFiles dataSet) {
        List<String> sources = dataSet.entries(Kind.SOURCE).map(Entry::slug).filter(slug -> slug != null).toList();
        return sources.contains(source) ? Optional.empty() : Optional.of(
                new Fault("--source", 0, "", ReferenceCheck.missingMessage(source, Kind.SOURCE, sources, "add it to the folder sources")));
    }

    private static void throwIfAny(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultyDataException(NOTHING_WRITTEN, faults);
        }
    }

    /** Returns the path of a new file with the name of the foreign file, and a number if that exists. */
    static Path newFile(Path folder, Path imported) {
        String slug = SlugGenerator.of(imported.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
        String name = slug.isEmpty() ? "imported" : slug;
        Path file = folder.resolve(name + ".yaml");
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(name + "-" + number + ".yaml");
        }
        return file;
    }

    /** Writes the new entries to a new file, and changes no existing file. */
    public void write() {
        if (imported.entries.isEmpty()) {
            return;
        }
        try {
            FileReplacement.ofNewFiles().write(Map.of(file, writer -> YamlText.write(imported.kind(), imported.entries, writer)));
        } catch (IOException e) {
            throw new FaultyDataException(NOTHING_WRITTEN,
                    List.of(new Fault(file.toString(), 0, "", "cannot be written: " + PathCheck.reason(e))));
        }
    }

    /** Returns a report for the console: new entries, existing records, and skipped items. */
    public String report() {
        StringBuilder report = new StringBuilder();
        report.append(imported.entries.size()).append(" new ").append(imported.kind().folder());
        report.append(imported.entries.isEmpty() ? "\n" : " for " + file + ":\n");
        for (JsonNode entry : imported.entries) {
            report.append("  ").append(entry.get("slug").asText()).append(": ")
                    .append(entry.path("name").asText(entry.path("title").asText())).append('\n');
        }
        return report + list("already known, unchanged", imported.existing) + list("skipped", imported.skipped);
    }

    private static String list(String heading, List<String> lines) {
        return lines.isEmpty() ? "" : lines.size() + " " + heading + ":\n  " + String.join("\n  ", lines) + "\n";
    }
}
