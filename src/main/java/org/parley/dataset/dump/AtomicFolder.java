package org.parley.dataset.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.dataset.InvalidPathArgumentException;
import org.parley.dataset.PathCheck;
import org.parley.fault.TextRules;

/** Creates a folder completely or not at all: writes to a temporary sibling and then renames it. */
final class AtomicFolder {

    private AtomicFolder() {
    }

    /** Throws an InvalidPathArgumentException if the folder cannot be created, and an UncheckedIOException if a file cannot be written. */
    static void create(Path folder, Consumer<Path> write) {
        PathCheck.newFolder(folder);
        Path target = folder.toAbsolutePath().normalize();
        Path temporary = target.resolveSibling("." + target.getFileName() + "-" + UUID.randomUUID());
        try {
            Files.createDirectories(target.getParent());
            Files.createDirectory(temporary);
        } catch (IOException e) {
            throw new InvalidPathArgumentException(folder, "cannot be written: " + PathCheck.reason(e));
        }
        try {
            write.accept(temporary);
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failure(folder, e);
        } catch (UncheckedIOException e) {
            throw failure(folder, e.getCause());
        } finally {
            remove(temporary);
        }
    }

    private static UncheckedIOException failure(Path folder, IOException cause) {
        return new UncheckedIOException(TextRules.printable("'" + folder + "' was not written: " + PathCheck.reason(cause)), cause);
    }

    private static void remove(Path temporary) {
        if (Files.exists(temporary)) {
            try (Stream<Path> files = Files.walk(temporary)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
