package org.parley.seed.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.parley.seed.Progress;
import org.parley.seed.check.Checks;
import org.parley.seed.check.ReferenceCheck;
import org.parley.seed.dump.YamlText;
import org.parley.seed.read.Entry;
import org.parley.seed.read.Fault;
import org.parley.seed.read.FaultyDataException;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.SeedKind;
import org.parley.seed.read.UsablePath;

/** An import that has been read and checked, together with the data set that it is to join. */
public final class Import {

    private static final String NOTHING = "; nothing was written";

    private final Foreign foreign;
    private final Path file;

    private Import(Foreign foreign, Path file) {
        this.foreign = foreign;
        this.file = file;
    }

    /** Persons, organizations and memberships in Popolo JSON, vouched for by that place of that source. */
    public static Import popolo(Path file, Path folder, String source, String locator, Progress progress) {
        return of(file, folder, source, progress, known -> new Popolo(file, known).read(source, locator));
    }

    /** Meetings in a table. */
    public static Import meetings(Path file, Path folder, String source, Progress progress) {
        return of(file, folder, source, progress, known -> Meetings.read(file, known, source));
    }

    /** Throws a FaultyDataException that tells every fault of the foreign file and of the data set. */
    private static Import of(Path file, Path folder, String source, Progress progress, Function<Known, Foreign> read) {
        UsablePath.file(file);
        List<Fault> faults = new ArrayList<>();
        SeedFolder dataSet = SeedFolder.read(folder, faults::add, progress);
        List<String> sources = dataSet.entries(SeedKind.SOURCE).map(Entry::slug).filter(slug -> slug != null).toList();
        if (faults.isEmpty() && !sources.contains(source)) {
            faults.add(
                    new Fault("--source", 0, "", ReferenceCheck.missing(source, SeedKind.SOURCE, sources, "add it to the folder sources")));
        }
        refuse(faults);
        Foreign foreign = read.apply(new Known(dataSet));
        faults.addAll(foreign.faults);
        Checks.run(dataSet.with(foreign.file()), faults::add, progress);
        refuse(faults);
        return new Import(foreign, free(folder.resolve(foreign.kind().folder()), file));
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultyDataException("in the import" + NOTHING, faults);
        }
    }

    /** A file of that name, or the first of that name and a number, that is not there yet. */
    private static Path free(Path folder, Path foreign) {
        String slug = SlugText.of(foreign.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
        String name = slug.isEmpty() ? "imported" : slug;
        Path file = folder.resolve(name + ".yaml");
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(name + "-" + number + ".yaml");
        }
        return file;
    }

    /** Writes the new entries into a file of their own; no file that is there is touched. */
    public void write() {
        if (foreign.entries.isEmpty()) {
            return;
        }
        Path part = file.resolveSibling("." + file.getFileName());
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(part, YamlText.of(foreign.kind(), foreign.entries));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new FaultyDataException("in the import" + NOTHING,
                    List.of(new Fault(file.toString(), 0, "", "cannot be written: " + UsablePath.reason(e))));
        }
    }

    /** What is new, what is known already and what was left out, for a person to read. */
    public String report() {
        StringBuilder report = new StringBuilder();
        report.append(foreign.entries.size()).append(" new ").append(foreign.kind().folder());
        report.append(foreign.entries.isEmpty() ? "\n" : " for " + file + ":\n");
        for (JsonNode entry : foreign.entries) {
            report.append("  ").append(entry.get("slug").asText()).append(": ")
                    .append(entry.path("name").asText(entry.path("title").asText())).append('\n');
        }
        return report + list("known already, left as they are", foreign.known) + list("left out", foreign.leftOut);
    }

    private static String list(String words, List<String> lines) {
        return lines.isEmpty() ? "" : lines.size() + " " + words + ":\n  " + String.join("\n  ", lines) + "\n";
    }
}
