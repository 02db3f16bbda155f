package org.parley.graphql;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Asks the running service as a front-end does. */
public final class GraphQlClient {

    static final ObjectMapper JSON = new ObjectMapper();

    private GraphQlClient() {
    }

    /** The whole response, errors and all. */
    public static JsonNode ask(String query) {
        return ask(query, Map.of());
    }

    /** The whole response to a query with variables. */
    public static JsonNode ask(String query, Map<String, ?> variables) {
        String body = given().contentType("application/json").body(Map.of("query", query, "variables", variables)).post("/graphql").then()
                .statusCode(200).extract().asString();
        try {
            return JSON.readTree(body);
        } catch (Exception e) {
            throw new AssertionError("no JSON: " + body, e);
        }
    }

    /** The data of an answer that has no errors. */
    public static JsonNode data(String query) {
        JsonNode answer = ask(query);
        if (answer.has("errors")) {
            throw new AssertionError(query + " answered " + answer.get("errors"));
        }
        return answer.get("data");
    }
}
