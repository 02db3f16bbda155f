package org.parley.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.entry.DataSet;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.entry.Fault;
import org.parley.entry.FaultyDataException;
import org.parley.entry.Progress;
import org.parley.entry.check.Checks;
import org.parley.record.Kind;

/** Reads the folder of a data set: one subfolder for each kind of record, with any number of *.yaml files. */
public final class DataSetFolder {

    private static final String SCHEMAS = "schema";
    private static final String FOLDERS = Arrays.stream(Kind.values()).map(Kind::folder).collect(Collectors.joining(", "));

    private static final String YAML = ".yaml";

    /** Files that are allowed next to data. Imports read the judgements. */
    private static final Set<String> IGNORED_FILES = Set.of("README.md", "LICENSE", "judgements.yaml");

    /** Matches the name of a data file, or of a copy of one. */
    private static final Pattern DATA_FILE = Pattern.compile("\\.(ya?ml|json)", Pattern.CASE_INSENSITIVE);

    private final List<EntryFile> files = new ArrayList<>();
    private final Set<Kind> incomplete = EnumSet.noneOf(Kind.class);
    private final Consumer<Fault> faults;
    private final Progress progress;
    private long faultCount;

    private DataSetFolder(Consumer<Fault> faults, Progress progress) {
        this.progress = progress;
        this.faults = fault -> {
            faultCount++;
            faults.accept(fault);
        };
    }

    /** Reads all files and reports what cannot be read to `faults`. Throws an InvalidPathArgumentException if the path is not a folder. */
    public static EntryFiles read(Path folder, Consumer<Fault> faults) {
        return read(folder, faults, Progress.NONE);
    }

    /** As above, reporting progress. */
    public static EntryFiles read(Path folder, Consumer<Fault> faults, Progress progress) {
        DataSetFolder read = new DataSetFolder(faults, progress);
        progress.begin("records read:", 0);
        PathCheck.folder(folder, "the folder that contains " + FOLDERS);
        boolean empty = read.list(folder).stream().map(read::kindFolder).toList().stream().noneMatch(found -> found);
        if (empty) {
            read.addFault(folder, "contains no data set; name the folder that contains " + FOLDERS);
        }
        return EntryFiles.of(read.files, read.incomplete);
    }

    /** Reads and checks the folder. Throws a FaultyDataException with every fault of every file. */
    public static DataSet readChecked(Path folder) {
        return readChecked(folder, Progress.NONE);
    }

    /** As above, reporting progress. */
    public static DataSet readChecked(Path folder, Progress progress) {
        List<Fault> faults = new ArrayList<>();
        EntryFiles files = read(folder, faults::add, progress);
        Checks.run(files, faults::add, progress);
        if (!faults.isEmpty()) {
            throw new FaultyDataException(faults);
        }
        return DataSet.of(files);
    }

    private boolean kindFolder(Path path) {
        String name = path.getFileName().toString();
        Optional<Kind> kind = Kind.ofFolder(name);
        if (!Files.isDirectory(path)) {
            if (!IGNORED_FILES.contains(name)) {
                addFault(path, DATA_FILE.matcher(name).find() ? "is outside the folders of the kinds; move it into one of " + FOLDERS
                        : "does not belong to a data set; remove it");
            }
        } else if (name.equals(SCHEMAS)) {
            list(path).stream().filter(file -> !file.toString().endsWith(".json") || !Files.isRegularFile(file))
                    .forEach(file -> addFault(file, "is not a schema; move it out of the folder " + SCHEMAS));
        } else if (kind.isEmpty()) {
            Kind.resembling(name).ifPresent(incomplete::add);
            addFault(path, "is not a folder of a kind of record; rename it to one of " + FOLDERS);
        } else {
            long faultsBefore = faultCount;
            list(path).forEach(file -> file(kind.get(), file));
            if (faultCount > faultsBefore) {
                incomplete.add(kind.get());
            }
            return true;
        }
        return false;
    }

    private void file(Kind kind, Path path) {
        String name = path.getFileName().toString();
        if (Files.isDirectory(path)) {
            addFault(path, "is a subfolder of a folder of records; move its files up");
        } else if (!Files.isRegularFile(path)) {
            addFault(path, "is not a regular file; remove it");
        } else if (name.endsWith(YAML) && !name.startsWith(".")) {
            read(kind, path);
        } else if (!IGNORED_FILES.contains(name)) {
            addFault(path, "is not read; " + remedy(path, name));
        }
    }

    private static String remedy(Path path, String name) {
        Matcher data = DATA_FILE.matcher(name);
        String yaml = data.find() ? name.substring(0, data.start()).replaceFirst("^[.#]+", "") + YAML : YAML;
        return yaml.equals(YAML) || Files.exists(path.resolveSibling(yaml)) ? "remove it" : "rename it to " + yaml + ", or remove it";
    }

    private void read(Kind kind, Path path) {
        JsonNode tree = Yaml.tree(path, faults);
        if (tree != null && !tree.isArray()) {
            faults.accept(new Fault(path.toString(), 1, "", "is not a list; begin each " + kind.word() + " with '- slug: ...'"));
        } else if (tree != null) {
            files.add(new EntryFile(kind, path.toString(), tree, Yaml.lines(path)));
            progress.advance(tree.size());
        }
    }

    private void addFault(Path path, String message) {
        faults.accept(new Fault(path.toString(), 0, "", message));
    }

    /** Lists the entries of a folder, except hidden ones that do not look like data. */
    private List<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> !isHidden(path)).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            addFault(folder,
                    "cannot be read: " + PathCheck.reason(e instanceof UncheckedIOException inner ? inner.getCause() : (IOException) e));
            return List.of();
        }
    }

    private static boolean isHidden(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") && (Files.isDirectory(path) || !DATA_FILE.matcher(name).find());
    }
}
