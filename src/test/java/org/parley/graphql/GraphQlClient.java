package org.parley.graphql;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.introspection.IntrospectionQuery;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends requests to the running service as a front-end does. */
public final class GraphQlClient {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern STATEMENTS = Pattern.compile("sql;desc=\"(\\d+) statements\"");

    private GraphQlClient() {
    }

    /** Returns the whole response, including errors. */
    public static JsonNode ask(String query) {
        return ask(query, Map.of());
    }

    /** Returns the whole response to a query with variables. */
    public static JsonNode ask(String query, Map<String, ?> variables) {
        return read(post(query, variables));
    }

    /** Returns the served schema. */
    public static GraphQLSchema schema() {
        return UnExecutableSchemaGenerator
                .makeUnExecutableSchema(new SchemaParser().parse(RestAssured.get("/graphql/schema.graphql").asString()));
    }

    /** Returns the introspection result. */
    static GraphQLSchema introspected() {
        Map<String, Object> told = JSON.convertValue(data(IntrospectionQuery.INTROSPECTION_QUERY), new TypeReference<>() {
        });
        return UnExecutableSchemaGenerator
                .makeUnExecutableSchema(new SchemaParser().buildRegistry(new IntrospectionResultToSchema().createSchemaDefinition(told)));
    }

    static Response send(String query, Map<String, ?> variables) {
        return given().contentType("application/json").body(Map.of("query", query, "variables", variables)).post("/graphql");
    }

    /** Returns the body of a response. Uses the HTTP client of the JDK, which takes a tenth of the time. */
    private static String post(String query, Map<String, ?> variables) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/graphql"))
                    .header("content-type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query, "variables", variables)))).build();
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            assertEquals(200, response.statusCode(), response::body);
            return response.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(query, e);
        }
    }

    static JsonNode body(Response response) {
        return read(response.then().statusCode(200).extract().asString());
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body, e);
        }
    }

    /** Returns the number of SQL statements of a response. */
    static int statements(Response response) {
        Matcher told = STATEMENTS.matcher(response.header("Server-Timing"));
        if (!told.find()) {
            throw new AssertionError("no number of statements in " + response.header("Server-Timing"));
        }
        return Integer.parseInt(told.group(1));
    }

    /** Returns the data of a response without errors. */
    public static JsonNode data(String query) {
        JsonNode answer = ask(query);
        if (answer.has("errors")) {
            throw new AssertionError(query + " answered " + answer.get("errors"));
        }
        return answer.get("data");
    }
}
