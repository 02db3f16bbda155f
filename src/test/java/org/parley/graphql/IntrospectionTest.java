package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.introspection.IntrospectionQueryBuilder;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query may contain introspection as often as the limits allow, together with other fields. */
@QuarkusTest
class IntrospectionTest {

    private static final String TYPE = "__type(name: \"%s\") { name fields { name type { name ofType { name fields { name } } } } }";

    @Test
    void severalTypesInOneQuery() {
        String first = TYPE.replace("%s", "Meeting");
        String second = TYPE.replace("%s", "Statement");
        JsonNode together = GraphQlClient.data("{ a: " + first + " armenia: actor(slug: \"armenia\") { name } b: " + second + " c: " + first
                + " d: __schema { queryType { fields { name } } } e: __schema { types { name } } }");
        assertEquals(GraphQlClient.data("{ a: " + first + " }").get("a"), together.get("a"));
        assertEquals(GraphQlClient.data("{ b: " + second + " }").get("b"), together.get("b"));
        assertEquals(together.get("a"), together.get("c"));
        assertEquals("Armenia", together.at("/armenia/name").asText());
        assertTrue(together.at("/d/queryType/fields").size() > 10 && together.at("/e/types").size() > 50);
    }

    @Test
    void introspectionMatchesTheSchemaText() {
        // graphql-java does not convert specifiedByURL. SchemaTest compares it.
        String printed = SchemaText.of(GraphQlClient.schema()).replaceAll(" @specifiedBy\\(.*?\\)", "");
        assertEquals(printed, SchemaText.of(GraphQlClient.introspected()));
    }

    @Test
    void introspectionQueriesOfToolsAreWithinTheLimits() {
        String query = IntrospectionQueryBuilder.build(IntrospectionQueryBuilder.Options.defaultOptions().inputValueDeprecation(true)
                .isOneOf(true).specifiedByUrl(true).directiveIsRepeatable(true).schemaDescription(true).typeRefFragmentDepth(9));
        assertFalse(GraphQlClient.ask(query).has("errors"));
        String again = query.replaceFirst("__schema", "again: __schema { types { name fields { name } } } __schema");
        assertFalse(GraphQlClient.ask(again).has("errors"));
    }

    @Test
    void servesTheDirectivesOfTheSpecification() {
        JsonNode directives = GraphQlClient.data("{ __schema { directives { name } } }").at("/__schema/directives");
        assertEquals(List.of("deprecated", "include", "oneOf", "skip", "specifiedBy"),
                directives.findValuesAsText("name").stream().sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "__schema { types { fields { type { fields { type { fields { type { fields { type { fields { name } } } } } } } } } } }",
            "__type(name: \"Node\") { possibleTypes { interfaces { possibleTypes { interfaces { possibleTypes { interfaces { name } } } } } } }",
            "__type(name: \"Query\") { fields { args { type { inputFields { type { inputFields { type { inputFields { name } } } } } } } } } "
                    + "b: __type(name: \"Query\") { fields { args { type { inputFields { type { inputFields { type { inputFields { name } } } } } } } } }"})
    void exponentialIntrospectionIsRejected(String query) {
        JsonNode answer = GraphQlClient.ask("{ " + query + " }");
        assertEquals("COST_EXCEEDED", answer.at("/errors/0/extensions/code").asText(), answer::toString);
    }
}
