package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A GraphQL document and its expected answer, which is in a `.json` file of the same name. */
public record GoldenFile(Path path) {

    /** Returns the documents of a folder, sorted by name. */
    public static List<GoldenFile> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".graphql")).sorted().map(GoldenFile::new).toList();
        }
    }

    public String document() throws IOException {
        return Files.readString(path);
    }

    /** Returns a value from the comments at the start of the document: `# name: value`. */
    public Optional<String> header(String name) throws IOException {
        Matcher header = Pattern.compile("(?m)^# " + name + ": (.*)$").matcher(document());
        return header.find() ? Optional.of(header.group(1)) : Optional.empty();
    }

    /** Writes a missing expected answer, and fails. */
    public void assertAnswer(JsonNode actual) throws IOException {
        String answer = GraphQlClient.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(actual) + "\n";
        Path expected = Path.of(path.toString().replace(".graphql", ".json"));
        if (Files.notExists(expected)) {
            Files.writeString(expected, answer);
            fail(expected + " was written: review it and run the test again");
        }
        assertEquals(Files.readString(expected), answer, path::toString);
    }

    public void assertStatements(int actual) throws IOException {
        assertEquals(header("statements").orElse("a comment '# statements: NUMBER'"), Integer.toString(actual),
                "number of SQL statements of " + path);
    }
}
