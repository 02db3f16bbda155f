package org.parley.web;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.http.BufferLimitsTest;

/** A service without the explorer. */
@QuarkusTest
@TestProfile(BufferLimitsTest.SmallAnswers.class)
class NoExplorerTest {

    @Test
    void withoutTheExplorerTheRootOfTheServiceLeadsToGraphiql() {
        given().redirects().follow(false).get("/").then().statusCode(302).header("Location", "graphiql/");
        given().redirects().follow(false).post("/").then().statusCode(405);
        for (String path : List.of("/timeline", "/meeting/brussels-2023-07-15", "/sitemap.xml", "/changes.atom", "/oembed",
                "/robots.txt")) {
            given().get(path).then().statusCode(404);
        }
    }
}
