package org.parley.seed.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.seed.Progress;

/** The folder of a data set: in it one folder a kind of record, in that any number of *.yaml files. */
public final class SeedFolder {

    private static final String SCHEMAS = "schema";
    private static final String FOLDERS = Arrays.stream(SeedKind.values()).map(SeedKind::folder).collect(Collectors.joining(", "));

    private static final String YAML = ".yaml";

    /** Files that people expect beside data. */
    private static final Set<String> PASSED_OVER = Set.of("README.md", "LICENSE");

    /** What a name of data, or of a copy of it, has in it. */
    private static final Pattern DATA = Pattern.compile("\\.(ya?ml|json)", Pattern.CASE_INSENSITIVE);

    private final List<SeedFile> files = new ArrayList<>();
    private final List<SeedFile> known = new ArrayList<>();
    private final Set<SeedKind> incomplete = EnumSet.noneOf(SeedKind.class);
    private final Consumer<Fault> faults;
    private final Progress progress;
    private long told;

    private SeedFolder(Consumer<Fault> faults, Progress progress) {
        this.progress = progress;
        this.faults = fault -> {
            told++;
            faults.accept(fault);
        };
    }

    /** Reads all files and reports what cannot be read to `faults`. Throws an UnusablePathException if the path is not a folder. */
    public static SeedFolder read(Path folder, Consumer<Fault> faults) {
        return read(folder, faults, Progress.NONE);
    }

    /** The same; `progress` hears of each record. */
    public static SeedFolder read(Path folder, Consumer<Fault> faults, Progress progress) {
        SeedFolder read = new SeedFolder(faults, progress);
        progress.begin("records read:", 0);
        UsablePath.folder(folder, "the folder that holds " + FOLDERS);
        boolean empty = read.list(folder).stream().map(read::kindFolder).toList().stream().noneMatch(found -> found);
        if (empty) {
            read.fault(folder, "holds no data set; name the folder that holds " + FOLDERS);
        }
        return read;
    }

    /** Files that lie in no folder: what is about to be written into one. */
    public static SeedFolder of(Collection<SeedFile> files) {
        SeedFolder folder = new SeedFolder(fault -> {
        }, Progress.NONE);
        folder.files.addAll(files);
        return folder;
    }

    /** The same with one file more. */
    public SeedFolder with(SeedFile file) {
        return of(Stream.concat(files.stream(), Stream.of(file)).toList());
    }

    /** The same beside entries that are known to be without fault: its own may refer to them. */
    public SeedFolder beside(Collection<SeedFile> others) {
        SeedFolder folder = of(files);
        folder.known.addAll(others);
        return folder;
    }

    public List<SeedFile> files() {
        return files;
    }

    public Stream<Entry> entries() {
        return files.stream().flatMap(file -> file.entries().stream());
    }

    public Stream<Entry> entries(SeedKind kind) {
        return files.stream().filter(file -> file.kind() == kind).flatMap(file -> file.entries().stream());
    }

    /** The entries of that kind, those first that it stands beside. */
    public Stream<Entry> allEntries(SeedKind kind) {
        return Stream.concat(known.stream(), files.stream()).filter(file -> file.kind() == kind).flatMap(file -> file.entries().stream());
    }

    /** Whether a file of that kind could not be read, so that it may hold a record that is missing. */
    public boolean isIncomplete(SeedKind kind) {
        return incomplete.contains(kind);
    }

    private boolean kindFolder(Path path) {
        String name = path.getFileName().toString();
        Optional<SeedKind> kind = SeedKind.ofFolder(name);
        if (!Files.isDirectory(path)) {
            if (!PASSED_OVER.contains(name)) {
                fault(path, DATA.matcher(name).find() ? "lies outside the folders of the kinds; move it into one of " + FOLDERS
                        : "is no file of a data set; remove it");
            }
        } else if (name.equals(SCHEMAS)) {
            list(path).stream().filter(file -> !file.toString().endsWith(".json") || !Files.isRegularFile(file))
                    .forEach(file -> fault(file, "is no schema; move it out of the folder " + SCHEMAS));
        } else if (kind.isEmpty()) {
            SeedKind.meant(name).ifPresent(incomplete::add);
            fault(path, "is the folder of no kind of record; name it one of " + FOLDERS);
        } else {
            long found = told;
            list(path).forEach(file -> file(kind.get(), file));
            if (told > found) {
                incomplete.add(kind.get());
            }
            return true;
        }
        return false;
    }

    private void file(SeedKind kind, Path path) {
        String name = path.getFileName().toString();
        if (Files.isDirectory(path)) {
            fault(path, "is a folder in a folder of records; move its files up");
        } else if (!Files.isRegularFile(path)) {
            fault(path, "is no file that can be read; remove it");
        } else if (name.endsWith(YAML) && !name.startsWith(".")) {
            read(kind, path);
        } else if (!PASSED_OVER.contains(name)) {
            fault(path, "is not read; " + remedy(path, name));
        }
    }

    private static String remedy(Path path, String name) {
        Matcher data = DATA.matcher(name);
        String yaml = data.find() ? name.substring(0, data.start()).replaceFirst("^[.#]+", "") + YAML : YAML;
        return yaml.equals(YAML) || Files.exists(path.resolveSibling(yaml)) ? "remove it" : "name it " + yaml + ", or remove it";
    }

    private void read(SeedKind kind, Path path) {
        JsonNode tree = Yaml.tree(path, faults);
        if (tree != null && !tree.isArray()) {
            faults.accept(new Fault(path.toString(), 1, "", "is no list; begin each " + kind.word() + " with '- slug: ...'"));
        } else if (tree != null) {
            files.add(new SeedFile(kind, path.toString(), tree, Yaml.lines(path)));
            progress.advance(tree.size());
        }
    }

    private void fault(Path path, String message) {
        faults.accept(new Fault(path.toString(), 0, "", message));
    }

    /** All but what is hidden and does not look like data. */
    private List<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> !isHidden(path)).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            fault(folder,
                    "cannot be read: " + UsablePath.reason(e instanceof UncheckedIOException inner ? inner.getCause() : (IOException) e));
            return List.of();
        }
    }

    private static boolean isHidden(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") && (Files.isDirectory(path) || !DATA.matcher(name).find());
    }
}
