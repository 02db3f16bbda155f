package org.parley.entry.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.entry.Entry;

/** The committed JSON Schemas match the definitions. The test writes the current ones to target/schema. */
class CommittedSchemasTest {

    private static final Path COMMITTED = Path.of("seeds/schema");
    private static final Path MADE = Path.of("target/schema");

    @Test
    void committedSchemasAreThoseOfTheDefinitions() throws IOException {
        Map<String, String> schemas = Schemas.files();
        Files.createDirectories(MADE);
        for (Map.Entry<String, String> schema : schemas.entrySet()) {
            Files.writeString(MADE.resolve(schema.getKey()), schema.getValue());
        }
        assertEquals(schemas, committed(), "copy the files of " + MADE + " to " + COMMITTED);
    }

    private static Map<String, String> committed() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(COMMITTED)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
