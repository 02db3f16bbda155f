package org.parley.web;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service without GraphiQL. */
@QuarkusTest
@TestProfile(NoGraphiqlTest.Without.class)
class NoGraphiqlTest {

    private static final String HSTS = "max-age=31536000; includeSubDomains";

    /** GraphiQL turned off. */
    public static class Without implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.smallrye-graphql.ui.enabled", "false", "parley.http.strict-transport-security", HSTS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphiql", "/graphiql/", "/graphiql/page.js"})
    void isNotThere(String path) {
        RestAssured.get(path).then().statusCode(404).header("Strict-Transport-Security", HSTS);
    }
}
