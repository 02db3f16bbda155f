package org.parley.seed.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.parley.seed.read.Fault;
import org.parley.seed.read.FaultyDataException;

/** A folder that comes into being whole or not at all: it is written beside its place and moved there. */
final class NewFolder {

    private NewFolder() {
    }

    static void fill(Path folder, Consumer<Path> write) {
        Path place = folder.toAbsolutePath().normalize();
        Path part = place.resolveSibling("." + place.getFileName() + "-" + UUID.randomUUID());
        try {
            if (Files.exists(place) && !isEmpty(place)) {
                throw refused(folder, "is not empty; name a folder that is empty or not there yet");
            }
            Files.createDirectories(place.getParent());
            Files.createDirectory(part);
            write.accept(part);
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw refused(folder, "cannot be written: " + e);
        } catch (UncheckedIOException e) {
            throw refused(folder, "cannot be written: " + e.getCause());
        } finally {
            remove(part);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> within = Files.list(folder)) {
            return within.findAny().isEmpty();
        }
    }

    private static FaultyDataException refused(Path folder, String message) {
        return new FaultyDataException("in the folder named; nothing was written", List.of(new Fault(folder.toString(), 0, "", message)));
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
