package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.graphql.WrongValues.Wrong;

/** Wrong values for each argument of the schema, and for each field of an input at any depth, are rejected with a message. */
@QuarkusTest
class WrongValuesTest {

    private final List<String> faults = new ArrayList<>();
    private final Set<String> entered = new HashSet<>();
    private final Set<String> arguments = new HashSet<>();
    private int sent;

    @Test
    void wrongValuesAreRejected() {
        GraphQLSchema schema = GraphQlClient.schema();
        for (String root : List.of("query", "mutation", "subscription")) {
            GraphQLObjectType type = root.equals("query") ? schema.getQueryType()
                    : root.equals("mutation") ? schema.getMutationType() : schema.getSubscriptionType();
            type.getFields().forEach(field -> walk(root, "%s", field));
        }
        // Fields of objects, even if there are none: wrong values are rejected before execution.
        for (GraphQLObjectType type : nodes(schema)) {
            type.getFields().forEach(field -> walk("query", "node(id: \"x\") { ... on " + type.getName() + " { %s } }", field));
        }
        assertEquals(List.of(), faults.stream().limit(20).toList());
        assertTrue(sent > 2_000, () -> sent + " wrong values");
    }

    private static List<GraphQLObjectType> nodes(GraphQLSchema schema) {
        return schema.getImplementations((graphql.schema.GraphQLInterfaceType) schema.getType("Node"));
    }

    private void walk(String operation, String around, GraphQLFieldDefinition field) {
        for (GraphQLArgument argument : field.getArguments()) {
            // An argument that several fields have is tested once.
            if (!arguments
                    .add(operation + field.getArgument("slug") + argument.getName() + GraphQLTypeUtil.simplePrint(argument.getType()))) {
                continue;
            }
            new WrongValues(entered).of(argument.getName(), argument.getType()).forEach(wrong -> {
                if (wrong.literal() != null) {
                    literal(operation + " " + call(around, field, argument, wrong.literal()), wrong);
                }
                // With a default, a nullable variable is valid; the null is only detected at execution.
                if (wrong.json() != null && !(wrong.json().equals("null") && argument.hasSetDefaultValue())) {
                    String document = operation + "($v: " + GraphQLTypeUtil.simplePrint(argument.getType()) + ") "
                            + call(around, field, argument, "$v");
                    variable(document, wrong);
                }
            });
        }
    }

    private static String call(String around, GraphQLFieldDefinition field, GraphQLArgument argument, String value) {
        String given = field.getArguments().stream().filter(one -> one == argument || required(one))
                .map(one -> one.getName() + ": " + (one == argument ? value : WrongValues.fit(one.getType(), true)))
                .collect(Collectors.joining(", ", "(", ")"));
        String selection = GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType())) ? "" : " { __typename }";
        return "{ " + around.replace("%s", field.getName() + given + selection) + " }";
    }

    private static boolean required(GraphQLArgument argument) {
        return GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue();
    }

    private void literal(String document, Wrong wrong) {
        assertRejected(ask(document, "{}"), "GRAPHQL_VALIDATION_FAILED", "", document);
    }

    private void variable(String document, Wrong wrong) {
        String place = "$v" + wrong.path().substring(wrong.path().length() - tail(wrong.path()).length());
        assertRejected(ask(document, "{\"v\": " + wrong.json() + "}"), "BAD_USER_INPUT", place, document + " " + wrong.json());
    }

    /** Returns the path below the argument. */
    private static String tail(String path) {
        return path.replaceFirst("^[A-Za-z]+", "");
    }

    private void assertRejected(JsonNode answer, String code, String place, String what) {
        sent++;
        Set<String> codes = new LinkedHashSet<>(answer.path("errors").findValuesAsText("code"));
        boolean named = place.isEmpty()
                || answer.path("errors").findValuesAsText("message").stream().anyMatch(message -> message.startsWith(place));
        if (!codes.equals(Set.of(code)) || answer.has("data") || !named) {
            faults.add(what + " (" + place + "): " + answer);
        }
    }

    /**
     * Sends the variables as they are; a client library may change numbers. REST Assured opens a connection for each request, and leaves it
     * open unless the server closes it.
     */
    private static JsonNode ask(String document, String variables) {
        try {
            return GraphQlClient.body(RestAssured.given().header("Connection", "close").contentType("application/json")
                    .body("{\"query\": " + GraphQlClient.JSON.writeValueAsString(document) + ", \"variables\": " + variables + "}")
                    .post("/graphql"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void integersAndSingleItemsAreCoerced() {
        String document = "query($n: Int, $h: [String!], $i: ID!) { meetings(first: $n, filter: {hosts: $h}) { nodes { slug } } node(id: $i) { id } }";
        String id = GraphQlClient.data("{ actor(slug: \"armenia\") { id } }").at("/actor/id").toString();
        for (String number : List.of("1", "1.0", "1e0", "10e-1")) {
            JsonNode answer = ask(document, "{\"n\": " + number + ", \"h\": \"russia\", \"i\": " + id + "}");
            assertFalse(answer.has("errors"), answer::toString);
            assertEquals(1, answer.at("/data/meetings/nodes").size());
        }
        JsonNode answer = ask(document, "{\"n\": null, \"i\": 7}");
        assertEquals("Invalid id '7'; send an `id` returned by this service.", answer.at("/errors/0/message").asText());
        assertEquals(20, answer.at("/data/meetings/nodes").size());
    }

    @Test
    void infiniteNumbersAreInvalidJson() {
        for (String number : List.of("1e99999999999", "1" + "0".repeat(2_000))) {
            String body = "{\"query\": \"query($n: Int) { meetings(first: $n) { totalCount } }\", \"variables\": {\"n\": " + number + "}}";
            RestAssured.given().contentType("application/json").body(body).post("/graphql").then().statusCode(400);
        }
        assertEquals("BAD_USER_INPUT", ask("query($n: Int) { meetings(first: $n) { totalCount } }", "{\"n\": 1e999999999}")
                .at("/errors/0/extensions/code").asText());
    }
}
