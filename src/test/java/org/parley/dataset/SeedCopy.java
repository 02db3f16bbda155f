package org.parley.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the data set of the tests, for tests that change it. */
public class SeedCopy {

    /** The data set of the tests: a fixture, so that no test depends on the facts in `seeds/`. */
    public static final Path DATA_SET = Path.of("src/test/resources/dataset");

    private final Path folder;

    public SeedCopy(Path folder) {
        this.folder = folder;
        files(DATA_SET).forEach(file -> write(folder.resolve(DATA_SET.relativize(file)), read(file)));
    }

    /** Replaces all occurrences of a text, which must occur. */
    public SeedCopy replace(String text, String by) {
        List<Path> files = files(folder).stream().filter(file -> read(file).contains(text)).toList();
        if (files.isEmpty()) {
            throw new IllegalArgumentException("Nowhere in the data set: " + text);
        }
        files.forEach(file -> write(file, read(file).replace(text, by)));
        return this;
    }

    /** Rewrites every line in which the pattern occurs. */
    public SeedCopy rewrite(String pattern, String by) {
        files(folder).forEach(file -> write(file, read(file).replaceAll("(?m)" + pattern, by)));
        return this;
    }

    /** Changes nearly every record. */
    public SeedCopy amendNearlyAll() {
        return rewrite("^  (name|title|summary|printed): (?=[A-Z0-9])", "  $1: New ").rewrite("stance: DEMANDS", "stance: SUPPORTS")
                .rewrite("level: LEADERS", "level: MINISTERS").rewrite("^  partOf: (russia|armenia)\n", "")
                .rewrite("voice: DOCUMENT_FACT", "voice: HEARSAY");
    }

    public Path folder() {
        return folder;
    }

    /** Adds a file. */
    public SeedCopy add(String file, String text) {
        write(folder.resolve(file), text);
        return this;
    }

    /** Removes the entry with this slug. */
    public SeedCopy leaveOut(String kindFolder, String slug) {
        String entry = "(?ms)^- slug: " + slug + "$.*?(?=^- slug: |^# ----|\\z)";
        for (Path file : files(folder.resolve(kindFolder))) {
            write(file, read(file).replaceFirst(entry, ""));
        }
        return this;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".yaml")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
