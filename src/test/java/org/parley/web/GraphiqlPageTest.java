package org.parley.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.graphql.GraphQlClient;
import org.parley.graphql.ShippedDataSet;

/** The files of GraphiQL, and that each example query succeeds. */
@QuarkusTest
@TestProfile(ShippedDataSet.class)
class GraphiqlPageTest {

    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    /** The examples as the page splits them. */
    static Stream<String> examples() {
        byte[] bytes = WebFile.read("graphiql/examples.graphql").plain().getBytes();
        return Stream.of(new String(bytes, StandardCharsets.UTF_8).strip().split("\\n{2,}(?=#)"));
    }

    private static List<String> files() {
        List<String> files = new ArrayList<>(List.of("", "examples.graphql"));
        FILE.matcher(RestAssured.get("/graphiql/").asString()).results().map(found -> found.group(1)).forEach(files::add);
        return files;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleHasAnAnswer(String example) {
        JsonNode data = GraphQlClient.data(example);
        for (JsonNode root : data) {
            assertTrue(root.isObject(), data.toString());
        }
        for (String list : List.of("nodes", "provisions", "endOf2021", "endOfJuly2023", "discrepancies")) {
            data.findValues(list).stream().limit(1).forEach(found -> assertTrue(!found.isEmpty(), data.toString()));
        }
    }

    @Test
    void thereAreTenExamplesAndAWelcome() {
        List<String> examples = examples().toList();
        assertEquals(10, examples.size());
        assertTrue(examples.get(0).startsWith("# Welcome to Parley"));
        assertTrue(examples.stream().allMatch(example -> example.contains("\nquery ")), "each has a name, which its tab shows");
    }

    @Test
    void everyFileIsGuardedAndAskedForAgain() {
        assertTrue(files().size() >= 8, files().toString());
        for (String file : files()) {
            assertFalse(file.contains("//"), file + " is elsewhere");
            Response response = RestAssured.get("/graphiql/" + file);
            response.then().statusCode(200).header("Cache-Control", "no-cache").header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer").header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("Content-Security-Policy", containsString("script-src 'self';"));
            given().header("If-None-Match", response.header("ETag")).get("/graphiql/" + file).then().statusCode(304).body(emptyString());
        }
    }

    @Test
    void aLinkWithoutTheSlashKeepsItsQuery() {
        given().redirects().follow(false).urlEncodingEnabled(false).get("/graphiql?query=%7Ba%7D").then().statusCode(308).header("Location",
                "graphiql/?query=%7Ba%7D");
        RestAssured.get("/graphiql").then().statusCode(200).body(containsString("<title>Parley</title>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"graphiql.min.js.map", "react.development.js", "../web/page.js", "nothing"})
    void nothingElseIsThere(String file) {
        given().urlEncodingEnabled(false).get("/graphiql/" + file).then().statusCode(404);
    }
}
