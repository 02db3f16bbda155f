package org.parley.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.graphql.ShippedDataSet;

/** The document and the bundle of the explorer. */
@QuarkusTest
@TestProfile(ShippedDataSet.class)
class ExplorerPageTest {

    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(static/[^\"]+)\"");
    /** Bytes of all files together. */
    private static final int MOST = 200_000;

    private static List<String> files() {
        return FILE.matcher(RestAssured.get("/").asString()).results().map(found -> found.group(1)).toList();
    }

    @ParameterizedTest
    @CsvSource({"/, ./", "/timeline, ./", "/search?q=lachin, ./", "/meeting/brussels-2023-07-15, ../", "/new?kind=place, ./"})
    void everyPathHasTheDocument(String path, String base) {
        RestAssured.get(path).then().statusCode(200).contentType("text/html").header("Cache-Control", "no-cache")
                .header("X-Content-Type-Options", "nosniff").header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", containsString("script-src 'self'; style-src 'self';"))
                .header("Content-Security-Policy", not(containsString("unsafe"))).body(containsString("<base href=\"" + base + "\">"));
        given().post(path).then().statusCode(405).header("Allow", "GET, HEAD");
    }

    @Test
    void theBundleIsSmallAndKept() {
        assertTrue(files().size() == 2, () -> files().toString());
        int sum = 0;
        for (String file : files()) {
            Response response = given()
                    .config(RestAssured.config().decoderConfig(io.restassured.config.DecoderConfig.decoderConfig().noContentDecoders()))
                    .header("Accept-Encoding", "gzip").get("/" + file);
            response.then().statusCode(200).header("Content-Encoding", "gzip").header("Cache-Control", containsString("immutable"));
            sum += response.asByteArray().length;
            assertFalse(RestAssured.get("/" + file).asString().contains("sourceMappingURL"), file);
            given().header("If-None-Match", response.header("ETag")).get("/" + file).then().statusCode(304).body(emptyString());
        }
        assertTrue(sum < MOST, sum + " bytes");
    }

    @ParameterizedTest
    @CsvSource({"/timeline/, ../timeline", "/map/?from=2020&to=2021, ../map?from=2020&to=2021",
            "/meeting/brussels-2023-07-15/, ../brussels-2023-07-15", "/position/a%2Fb%3D/, ../a%2Fb%3D"})
    void aSlashAtTheEndIsRemoved(String path, String location) {
        given().redirects().follow(false).urlEncodingEnabled(false).get(path).then().statusCode(308).header("Location", location);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/meeting", "/meeting/a/b", "/changeset/1"})
    void nothingElseIsThere(String path) {
        RestAssured.get(path).then().statusCode(404);
    }
}
