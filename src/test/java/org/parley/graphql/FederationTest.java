package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLInterfaceType;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.fault.ErrorCode;

/** The service as a subgraph of Apollo Federation 2. */
@QuarkusTest
class FederationTest {

    private static final String ENTITIES = "query ($r: [_Any!]!) { _entities(representations: $r) { __typename"
            + " ... on Node { id } ... on Meeting { slug title } ... on Actor { slug name } } }";

    @Inject
    Engine engine;

    private GraphQlResponse ask(String query, Map<String, Object> variables) {
        return engine.execute(new GraphQlRequest(query, null, variables, true, Caller.ANONYMOUS));
    }

    private GraphQlResponse entities(List<?> representations) {
        return ask(ENTITIES, Map.of("r", representations));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> found(GraphQlResponse response) {
        return ((List<Object>) fields(response.data()).get("_entities")).stream().map(FederationTest::fields).toList();
    }

    /** An object of a response with errors is a map. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object data) {
        return data instanceof ObjectValue object ? object.byName() : (Map<String, Object>) data;
    }

    private static Map<String, Object> bySlug(String type, String slug) {
        return Map.of("__typename", type, "slug", slug);
    }

    @Test
    void entitiesAreFoundByIdAndBySlug() {
        List<Map<String, Object>> bySlug = found(entities(List.of(bySlug("Meeting", "brussels-2023-07-15"), bySlug("Actor", "armenia"),
                bySlug("Meeting", "no-such-meeting"), bySlug("Actor", "armenia"))));
        assertEquals("Meeting", bySlug.get(0).get("__typename"));
        assertEquals("brussels-2023-07-15", bySlug.get(0).get("slug"));
        assertEquals("Armenia", bySlug.get(1).get("name"));
        assertNull(bySlug.get(2));
        assertEquals(bySlug.get(1), bySlug.get(3));
        List<Map<String, Object>> byId = found(entities(List.of(Map.of("__typename", "Meeting", "id", bySlug.get(0).get("id")),
                Map.of("__typename", "Actor", "id", bySlug.get(1).get("id")))));
        assertEquals(bySlug.subList(0, 2), byId);
    }

    /** One statement for each type, and the revision; more for further hundreds of a type. */
    @Test
    void entitiesAreReadInBatches() {
        List<Map<String, Object>> two = List.of(bySlug("Meeting", "brussels-2023-07-15"), bySlug("Actor", "armenia"));
        int statements = entities(two).statements();
        assertEquals(statements, entities(IntStream.range(0, 40).mapToObj(i -> two.get(i % 2)).toList()).statements());
        List<Map<String, Object>> many = IntStream.range(0, 250).mapToObj(i -> two.get(i % 2)).toList();
        GraphQlResponse response = entities(many);
        assertEquals(250, found(response).size());
        assertEquals(statements + 2 * 2, response.statements());
    }

    @Test
    void costCountsEachEntity() {
        Map<String, Object> one = bySlug("Actor", "armenia");
        long ten = entities(Collections.nCopies(10, one)).cost();
        assertEquals(10 * (ten - 1) / 10 * 2 + 1, entities(Collections.nCopies(20, one)).cost());
        GraphQlResponse tooMany = entities(Collections.nCopies(100_000, one));
        assertTrue(tooMany.hasError(ErrorCode.COST_EXCEEDED), tooMany.errors().toString());
    }

    @Test
    void literalRepresentationsAreAccepted() {
        GraphQlResponse response = ask("query ($s: String) { _entities(representations: [{__typename: \"Actor\", slug: $s},"
                + " {__typename: \"Actor\", slug: \"armenia\", other: [1, 1.5, true, null, X, {a: 1}]}]) { ... on Actor { name } } }",
                Map.of("s", "armenia"));
        assertEquals(List.of(), response.errors());
        assertEquals(List.of(Map.of("name", "Armenia"), Map.of("name", "Armenia")), found(response));
    }

    static List<Map<String, Object>> invalid() {
        Map<String, Object> nullSlug = new HashMap<>(Map.of("__typename", "Meeting"));
        nullSlug.put("slug", null);
        return List.of(Map.of(), Map.of("slug", "armenia"), Map.of("__typename", "Actor"), Map.of("__typename", "Change", "id", "1-0"),
                Map.of("__typename", "Nothing", "slug", "armenia"), Map.of("__typename", 3, "slug", "armenia"),
                Map.of("__typename", "Actor", "slug", 3), nullSlug);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void representationWithoutAKeyIsAnError(Map<String, Object> representation) {
        GraphQlResponse response = entities(List.of(bySlug("Actor", "armenia"), representation));
        assertEquals(Set.of(ErrorCode.BAD_USER_INPUT), response.codes());
        assertTrue(response.errors().get(0).get("message").toString().contains("representations[1]"), response.errors().toString());
    }

    @Test
    void idOfAnotherTypeIsAnErrorOfItsItem() {
        String armenia = new GlobalId("Actor", "armenia").encode();
        GraphQlResponse response = entities(
                List.of(Map.of("__typename", "Meeting", "id", armenia), Map.of("__typename", "Actor", "id", armenia)));
        assertNull(found(response).get(0));
        assertEquals("Armenia", found(response).get(1).get("name"));
        assertEquals(1, response.errors().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"Actor\"", "null"})
    void representationThatIsNoObjectIsRejected(String literal) {
        GraphQlResponse response = ask("{ _entities(representations: [" + literal + "]) { __typename } }", Map.of());
        assertFalse(response.errors().isEmpty());
    }

    /** Composition reads the schema as served, with the keys. */
    @Test
    void sdlIsTheServedSchemaWithKeys() {
        GraphQlResponse response = ask("{ _service { sdl } dataset { revision } }", Map.of());
        Map<?, ?> values = (Map<?, ?>) response.data();
        String sdl = (String) ((Map<?, ?>) values.get("_service")).get("sdl");
        TypeDefinitionRegistry parsed = new SchemaParser().parse(sdl);
        assertTrue(parsed.getType("_Entity").isEmpty());
        String served = SchemaText.of(engine.schema());
        assertEquals(served, sdl.substring(sdl.indexOf("\n\n") + 2).replace(" @key(fields: \"id\") @key(fields: \"slug\")", "")
                .replace(" @shareable", ""));
        engine.schema().getImplementations((GraphQLInterfaceType) engine.schema().getType("Node"))
                .forEach(type -> assertTrue(
                        sdl.contains("@key(fields: \"id\") @key(fields: \"slug\") {\n") && sdl.lines().anyMatch(
                                line -> line.startsWith("type " + type.getName() + " ") && line.contains("@key(fields: \"slug\")")),
                        type.getName()));
    }

    @Test
    void introspectionShowsNoneOfIt() {
        assertNull(engine.schema().getType("_Entity"));
        GraphQlResponse response = ask("{ __type(name: \"_Entity\") { name } }", Map.of());
        assertFalse(response.data().toString().contains("_Entity"), response.data().toString());
    }
}
