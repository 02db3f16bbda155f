package org.parley.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Something that the running service looked up by a name, and found; `initializers` are the classes that were being initialized. */
record Lookup(Kind kind, String name, String caller, List<String> initializers) {

    enum Kind {
        CLASS,
        RESOURCE,
        BUNDLE,
        SERVICE
    }

    /** The lookups that the agent wrote down. */
    static List<Lookup> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(Lookup::of).distinct().toList();
        }
    }

    private static Lookup of(String line) {
        String[] parts = line.split("\t", -1);
        return new Lookup(Kind.valueOf(parts[0]), parts[1], parts[2], parts[3].isEmpty() ? List.of() : List.of(parts[3].split(",")));
    }
}
