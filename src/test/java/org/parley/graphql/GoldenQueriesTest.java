package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each question of a front-end is a `.graphql` file, its answer the `.json` beside it; its first line says how many SQL statements it may
 * take. One without an answer is written out, and fails until a person has looked at what was written.
 */
@QuarkusTest
@TestProfile(ShippedDataSet.class)
class GoldenQueriesTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Pattern STATEMENTS = Pattern.compile("# statements: (\\d+)");

    static Stream<Path> questions() throws IOException {
        return Files.list(FOLDER).filter(file -> file.toString().endsWith(".graphql")).sorted();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answers(Path question) throws IOException {
        String query = Files.readString(question);
        Response response = GraphQlClient.send(query, Map.of());
        JsonNode answer = GraphQlClient.body(response);
        int statements = GraphQlClient.statements(response);
        Path expected = Path.of(question.toString().replace(".graphql", ".json"));
        String written = GraphQlClient.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer) + "\n";
        if (Files.notExists(expected)) {
            Files.writeString(expected, written);
            fail(expected + " was written, with " + statements + " SQL statements: read it, and run again");
        }
        assertEquals(Files.readString(expected), written);
        Matcher allowed = STATEMENTS.matcher(query);
        assertTrue(allowed.find(), question + " has to say how many SQL statements it may take: # statements: " + statements);
        assertEquals(Integer.parseInt(allowed.group(1)), statements, "SQL statements");
    }
}
