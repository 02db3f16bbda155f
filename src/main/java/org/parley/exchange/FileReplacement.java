package org.parley.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.entry.Fault;
import org.parley.entry.FaultyDataException;

/** Replaces files of a folder together, unless one has changed since it was read. */
final class FileReplacement {

    private static final String ABSENT = "absent";

    private final Map<Path, String> states = new TreeMap<>();

    private FileReplacement() {
    }

    /** Expects that none of the files exists. */
    static FileReplacement ofNewFiles() {
        return new FileReplacement();
    }

    /** Notes the size and the time of all files of a folder, before they are read. */
    static FileReplacement before(Path folder) {
        FileReplacement replacement = new FileReplacement();
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                replacement.states.put(file.toAbsolutePath().normalize(), state(file));
            }
        } catch (IOException | UncheckedIOException e) {
            // A folder that cannot be read is a fault of the data set. Files that are not noted here count as changed.
            replacement.states.clear();
        }
        return replacement;
    }

    private static String state(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) + " " + Files.getLastModifiedTime(file) : ABSENT;
    }

    /** Writes the text of a file. */
    interface Content {
        void write(Writer writer) throws IOException;
    }

    /**
     * Deletes files without text, and writes the other texts to temporary files, which then replace the files. Throws a FaultyDataException
     * if one was changed meanwhile.
     */
    void write(Map<Path, Content> texts) throws IOException {
        Map<Path, Path> temporaries = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, Content> text : texts.entrySet()) {
                if (text.getValue() == null) {
                    continue;
                }
                Path temporary = temporary(text.getKey());
                Files.createDirectories(text.getKey().getParent());
                temporaries.put(text.getKey(), temporary);
                try (Writer writer = Files.newBufferedWriter(temporary)) {
                    text.getValue().write(writer);
                }
            }
            checkUnchanged(texts.keySet());
            for (Map.Entry<Path, Path> written : temporaries.entrySet()) {
                Files.move(written.getValue(), written.getKey(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
            for (Path file : texts.keySet()) {
                if (texts.get(file) == null) {
                    Files.deleteIfExists(file);
                }
            }
        } finally {
            for (Path temporary : temporaries.values()) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    private void checkUnchanged(Iterable<Path> files) throws IOException {
        List<Fault> faults = new ArrayList<>();
        for (Path file : files) {
            if (!state(file).equals(states.getOrDefault(file.toAbsolutePath().normalize(), ABSENT))) {
                faults.add(new Fault(file.toString(), 0, "", "was changed after it was read; run the command again"));
            }
        }
        if (!faults.isEmpty()) {
            throw new FaultyDataException("in the data set; nothing was written", faults);
        }
    }

    /** Returns the path of the temporary file beside a file. */
    static Path temporary(Path path) {
        return path.resolveSibling("." + path.getFileName() + ".new");
    }
}
