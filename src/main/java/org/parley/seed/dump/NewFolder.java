package org.parley.seed.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.fault.RecordedText;
import org.parley.seed.read.UnusablePathException;
import org.parley.seed.read.UsablePath;

/** A folder that comes into being whole or not at all: it is written beside its place and moved there. */
final class NewFolder {

    private NewFolder() {
    }

    /** Throws an UnusablePathException where the folder cannot be made, and an UncheckedIOException where writing into it fails. */
    static void fill(Path folder, Consumer<Path> write) {
        UsablePath.newFolder(folder);
        Path place = folder.toAbsolutePath().normalize();
        Path part = place.resolveSibling("." + place.getFileName() + "-" + UUID.randomUUID());
        try {
            Files.createDirectories(place.getParent());
            Files.createDirectory(part);
        } catch (IOException e) {
            throw new UnusablePathException(folder, "cannot be written: " + UsablePath.reason(e));
        }
        try {
            write.accept(part);
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failure(folder, e);
        } catch (UncheckedIOException e) {
            throw failure(folder, e.getCause());
        } finally {
            remove(part);
        }
    }

    private static UncheckedIOException failure(Path folder, IOException cause) {
        return new UncheckedIOException(RecordedText.printable("'" + folder + "' was not written: " + UsablePath.reason(cause)), cause);
    }

    private static void remove(Path part) {
        if (Files.exists(part)) {
            try (Stream<Path> files = Files.walk(part)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
