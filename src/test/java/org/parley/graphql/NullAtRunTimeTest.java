package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A nullable variable in a non-null position with a default: a null fails only that field. */
@QuarkusTest
class NullAtRunTimeTest {

    private static final String BESIDE = " beside: dataset { revision } }";

    private static JsonNode ask(String document, String... nulls) {
        Map<String, Object> variables = new HashMap<>();
        for (String name : nulls) {
            variables.put(name, null);
        }
        return GraphQlClient.ask(document, variables);
    }

    private static void assertRejected(JsonNode answer, String path, String message) {
        assertEquals(1, answer.path("errors").size(), answer::toString);
        assertEquals(path, answer.at("/errors/0/path").toString());
        assertEquals(message, answer.at("/errors/0/message").asText());
        assertEquals("BAD_USER_INPUT", answer.at("/errors/0/extensions/code").asText());
        assertTrue(answer.at("/errors/0/locations/0/line").asInt() > 0);
        assertFalse(answer.at("/data/beside/revision").asText().isEmpty(), answer::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $v: DateOrder               | a: meetings(orderBy: $v) { totalCount }                              | orderBy  | DateOrder
            $v: DateOrder = DATE_DESC   | a: meetings(orderBy: $v) { totalCount }                              | orderBy  | DateOrder
            $v: DateMatch               | a: events(filter: {between: {match: $v}}) { totalCount }             | filter.between.match | DateMatch
            $v: DateMatch = OVERLAPS    | a: hostings(filter: {between: {match: $v}}) { totalCount }           | filter.between.match | DateMatch
            $v: String = "armenia"      | a: actor(slug: $v) { name }                                          | slug     | String
            $v: String = "armenia"      | a: meetings(filter: {hosts: [$v]}) { totalCount }                    | filter.hosts[0] | String
            $v: String = "armenia"      | a: meetings(filter: {hosts: ["russia", $v]}) { totalCount }          | filter.hosts[1] | String
            $v: ID = "x"                | a: node(id: $v) { id }                                               | id       | ID
            $v: ID = "x"                | a: nodes(ids: ["y", $v]) { id }                                      | ids[1]   | ID
            $v: [ID!] = ["x"]           | a: nodes(ids: $v) { id }                                             | ids      | [ID!]
            $v: MeetingKind = SUMMIT    | a: meetings(filter: {kinds: [$v]}) { totalCount }                    | filter.kinds[0] | MeetingKind
            $v: String = "Actor"        | a: __type(name: $v) { name }                                         | name     | String
            """)
    void nullArgumentFailsItsField(String variable, String field, String place, String type) {
        JsonNode answer = ask("query(" + variable + ") { " + field + BESIDE, "v");
        assertRejected(answer, "[\"a\"]", place + ": the variable $v is null; send a value of type " + type + " or omit the variable");
        assertFalse(ask("query(" + variable + ") { " + field + BESIDE).path("errors").findValuesAsText("code").contains("INTERNAL"));
    }

    /** Tests each argument and each filter field with a default, of each reachable field. */
    @Test
    void everyNullForANonNullDefaultFailsItsField() {
        GraphQLSchema schema = GraphQlClient.schema();
        QueryWalk walk = new QueryWalk(schema, EveryFieldTest.required());
        List<String> tried = new ArrayList<>();
        for (GraphQLObjectType type : walk.types()) {
            for (GraphQLFieldDefinition field : type.getFields()) {
                for (GraphQLArgument argument : field.getArguments()) {
                    places(argument).forEach((value, of) -> {
                        String query = walk.query(type, field,
                                List.of(QueryWalk.join(walk.required(field), argument.getName() + ": " + value)));
                        JsonNode answer = ask("query($v: " + of + ") " + query.replaceFirst("\\}$", BESIDE), "v");
                        assertTrue(answer.path("errors").size() > 0, () -> query + " " + answer);
                        answer.get("errors").forEach(error -> {
                            assertEquals("BAD_USER_INPUT", error.at("/extensions/code").asText(), () -> query + " " + answer);
                            assertTrue(error.get("path").toString().contains("\"a0\""), error::toString);
                        });
                        assertFalse(answer.at("/data/beside/revision").asText().isEmpty(), answer::toString);
                        tried.add(query);
                    });
                }
            }
        }
        assertTrue(tried.size() >= 40, () -> tried.size() + " places");
    }

    /** Returns values with the variable in a non-null position, and the type of the variable. */
    private static Map<String, String> places(GraphQLArgument argument) {
        Map<String, String> places = new HashMap<>();
        if (argument.hasSetDefaultValue() && GraphQLTypeUtil.isNonNull(argument.getType())) {
            places.put("$v", GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapNonNull(argument.getType())));
        }
        if (GraphQLTypeUtil.unwrapNonNull(argument.getType()) instanceof GraphQLInputObjectType filter) {
            for (GraphQLInputObjectField field : filter.getFields()) {
                if (GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLInputObjectType inner
                        && inner.getField("match") != null) {
                    places.put("{" + field.getName() + ": {match: $v}}", "DateMatch");
                }
            }
        }
        return places;
    }

    @Test
    void nullableArgumentsAcceptNull() {
        JsonNode answer = ask("query($n: Int = 3, $f: MeetingFilter, $d: Date, $h: [String!] = [\"russia\"]) {"
                + " meetings(first: $n, filter: $f) { nodes { slug } }"
                + " some: meetings(filter: {between: {from: $d}, hosts: $h}) { nodes { slug } } }", "n", "f", "d", "h");
        assertFalse(answer.has("errors"), answer::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: actor(slug: "armenia") @include(if: $v) { name }                  | ["a"]          | include
            a: actor(slug: "armenia") @skip(if: $v) { name }                     | ["a"]          | skip
            ... @include(if: $v) { a: meetings { totalCount } }                  | ["a"]          | include
            ... on Query @skip(if: $v) { a: meetings { totalCount } }            | ["a"]          | skip
            ...F @include(if: $v)                                                | ["a"]          | include
            ...F @skip(if: false) @include(if: $v)                               | ["a"]          | include
            a: actor(slug: "armenia") { name b: name @include(if: $v) }          | ["a","b"]      | include
            a: actor(slug: "armenia") { name ... @skip(if: $v) { b: kind } }     | ["a","b"]      | skip
            a: actor(slug: "armenia") { name b: attended(first: 1) @include(if: $v) { totalCount } } | ["a","b"] | include
            a: meetings(first: 1) { nodes { slug b: title @include(if: $v) } }   | ["a","nodes",0,"b"] | include
            a: __schema @include(if: $v) { queryType { name } }                  | ["a"]          | include
            a: __typename @skip(if: $v)                                          | ["a"]          | skip
            """)
    void nullConditionFailsItsField(String field, String path, String directive) {
        JsonNode answer = ask("query($v: Boolean = true) { " + field + BESIDE
                + (field.contains("...F") ? " fragment F on Query { a: meetings { totalCount } }" : ""), "v");
        assertRejected(answer, path, "@" + directive + "(if: $v): the variable is null; send true or false, or omit it");
        if (path.contains("b")) {
            assertFalse(answer.at("/data/a").isNull(), answer::toString);
        }
    }

    /** A field that is also selected without the condition is returned. */
    @Test
    void fieldSelectedElsewhereIsReturned() {
        JsonNode answer = ask("query($v: Boolean = true) { a: actor(slug: \"armenia\") { name ...F @include(if: $v) ...F } }"
                + " fragment F on Actor { name slug }", "v");
        assertEquals("{\"data\":{\"a\":{\"name\":\"Armenia\",\"slug\":\"armenia\"}}}", answer.toString());
    }

    /** Fields that another condition excludes are not evaluated. */
    @Test
    void excludedFieldIsNotRejected() {
        JsonNode answer = ask(
                "query($v: Boolean = true) { a: actor(slug: \"armenia\") @include(if: $v) @skip(if: true) { name } beside: dataset { revision } }",
                "v");
        assertFalse(answer.has("errors"), answer::toString);
        assertFalse(answer.get("data").has("a"));
    }
}
