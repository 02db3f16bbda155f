package org.parley.exchange;

import java.nio.file.Files;
import java.nio.file.Path;

/** Names new files of a data set. */
final class NewFile {

    private NewFile() {
    }

    /** Returns the path of a new file with the name of the foreign file, and a number if that exists. */
    static Path in(Path folder, Path imported) {
        String slug = SlugGenerator.of(imported.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
        String name = slug.isEmpty() ? "imported" : slug;
        Path file = folder.resolve(name + ".yaml");
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(name + "-" + number + ".yaml");
        }
        return file;
    }
}
