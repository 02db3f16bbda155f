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
import org.parley.seed.read.UnusablePathException;
import org.parley.seed.read.UsablePath;

/** A folder that comes into being whole or not at all: it is written beside its place and moved there. */
final class NewFolder {

    private NewFolder() {
    }

    static void fill(Path folder, Consumer<Path> write) {
        UsablePath.newFolder(folder);
        Path place = folder.toAbsolutePath().normalize();
        Path part = place.resolveSibling("." + place.getFileName() + "-" + UUID.randomUUID());
        try {
            Files.createDirectories(place.getParent());
            Files.createDirectory(part);
            write.accept(part);
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UnusablePathException(folder, "cannot be written: " + UsablePath.reason(e));
        } catch (UncheckedIOException e) {
            throw new UnusablePathException(folder, "cannot be written: " + UsablePath.reason(e.getCause()));
        } finally {
            remove(part);
        }
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
