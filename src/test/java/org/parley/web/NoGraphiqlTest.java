package org.parley.web;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.http.TrustedDocumentsTest;

/** A service without GraphiQL. */
@QuarkusTest
@TestProfile(TrustedDocumentsTest.Closed.class)
class NoGraphiqlTest {

    @ParameterizedTest
    @ValueSource(strings = {"/graphiql", "/graphiql/", "/graphiql/page.js"})
    void isNotThere(String path) {
        RestAssured.get(path).then().statusCode(404).header("Strict-Transport-Security", TrustedDocumentsTest.HSTS);
    }
}
