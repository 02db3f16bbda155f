package org.parley.graphql;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the running service as a front-end does. */
public final class GraphQlClient {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STATEMENTS = Pattern.compile("sql;desc=\"(\\d+) statements\"");

    private GraphQlClient() {
    }

    /** The whole response, errors and all. */
    public static JsonNode ask(String query) {
        return ask(query, Map.of());
    }

    /** The whole response to a query with variables. */
    public static JsonNode ask(String query, Map<String, ?> variables) {
        return body(send(query, variables));
    }

    /** The schema that is served. */
    public static GraphQLSchema schema() {
        return UnExecutableSchemaGenerator
                .makeUnExecutableSchema(new SchemaParser().parse(RestAssured.get("/graphql/schema.graphql").asString()));
    }

    static Response send(String query, Map<String, ?> variables) {
        return given().contentType("application/json").body(Map.of("query", query, "variables", variables)).post("/graphql");
    }

    static JsonNode body(Response response) {
        try {
            return JSON.readTree(response.then().statusCode(200).extract().asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + response.asString(), e);
        }
    }

    /** How many SQL statements the answer took. */
    static int statements(Response response) {
        Matcher told = STATEMENTS.matcher(response.header("Server-Timing"));
        if (!told.find()) {
            throw new AssertionError("no number of statements in " + response.header("Server-Timing"));
        }
        return Integer.parseInt(told.group(1));
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
