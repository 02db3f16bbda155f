package org.parley.graphql;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLInterfaceType;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

    private static Map<String, Object> keys(Object type, Object id, Object slug) {
        Map<String, Object> keys = new HashMap<>();
        keys.put("__typename", type);
        keys.put("id", id);
        keys.put("slug", slug);
        return keys;
    }

    static Stream<Arguments> invalid() {
        String armenia = new GlobalId("Actor", "armenia").encode();
        return Stream.of(Arguments.of(Map.of(), ".__typename must be a string"),
                Arguments.of(Map.of("slug", "armenia"), ".__typename must be a string"),
                Arguments.of(keys(3, null, "armenia"), ".__typename must be a string"),
                Arguments.of(Map.of("__typename", "Actor"), " has no key"), Arguments.of(keys("Meeting", null, null), " has no key"),
                Arguments.of(Map.of("__typename", "Change", "id", "1-0"), ": 'Change' is no type of records"),
                Arguments.of(bySlug("Article", "armenia"), ": 'Article' is no type of records"),
                Arguments.of(keys("Actor", 3, null), ".id must be a string"),
                Arguments.of(keys("Actor", null, 3), ".slug must be a string"),
                Arguments.of(keys("Meeting", armenia, null), ".id: '" + armenia + "' is the id of an Actor, not a Meeting"),
                Arguments.of(keys("Actor", "yesterday", null), ".id: Invalid id 'yesterday'"),
                Arguments.of(bySlug("Actor", "arm\0enia"), ".slug: the text contains the character U+0000"));
    }

    /** The other items are found. */
    @ParameterizedTest
    @MethodSource("invalid")
    void invalidRepresentationIsNullWithAnError(Map<String, Object> representation, String message) {
        GraphQlResponse response = entities(
                List.of(bySlug("Actor", "armenia"), representation, bySlug("Meeting", "brussels-2023-07-15"), representation));
        List<Map<String, Object>> found = found(response);
        assertEquals("Armenia", found.get(0).get("name"));
        assertNull(found.get(1));
        assertEquals("brussels-2023-07-15", found.get(2).get("slug"));
        assertNull(found.get(3));
        assertEquals(Set.of(ErrorCode.BAD_USER_INPUT), response.codes());
        assertEquals(List.of(List.of("_entities", 1), List.of("_entities", 3)),
                response.errors().stream().map(error -> error.get("path")).toList());
        assertTrue(response.errors().get(0).get("message").toString().startsWith("representations[1]" + message),
                response.errors().toString());
    }

    @Test
    void errorsAreLimited() {
        int number = EntitiesMethod.MAX_ERRORS + 7;
        List<Object> representations = new ArrayList<>(Collections.nCopies(number, Map.of("__typename", "Actor")));
        representations.add(bySlug("Actor", "armenia"));
        GraphQlResponse response = entities(representations);
        assertEquals(EntitiesMethod.MAX_ERRORS, response.errors().size());
        String last = response.errors().get(EntitiesMethod.MAX_ERRORS - 1).get("message").toString();
        assertTrue(last.endsWith(". 7 more representations are invalid"), last);
        assertEquals("Armenia", found(response).get(number).get("name"));
    }

    @Test
    void representationsAreLimited() {
        List<Map<String, Object>> most = Collections.nCopies(EntitiesMethod.MAX_REPRESENTATIONS, bySlug("Actor", "armenia"));
        assertEquals(List.of(), entities(most).errors());
        List<Map<String, Object>> tooMany = new ArrayList<>(most);
        tooMany.add(most.get(0));
        GraphQlResponse response = entities(tooMany);
        assertEquals("representations has 1001 items; send at most 1000", response.errors().get(0).get("message"));
        assertEquals(1, response.errors().size());
    }

    @Test
    void costCountsEachSdl() {
        String aliases = IntStream.range(0, 50).mapToObj(i -> "a" + i + ":_service{sdl}").collect(Collectors.joining(" "));
        assertTrue(ask("{" + aliases + "}", Map.of()).hasError(ErrorCode.COST_EXCEEDED));
        assertTrue(ask("{ _service { sdl } }", Map.of()).cost() > 1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ _service { sdl } }", "{ a: _entities(representations: []) { __typename } }",
            "query A { __typename } query B { ... { _service { sdl } } }", "{ ...F } fragment F on Query { _service { sdl } }"})
    void documentOfAGatewayIsFoundByItsRootFields(String document) {
        assertTrue(Federation.concerns(document));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ my_service: __schema { types { name } } }", "{ node(id: \"_entities\") { id } } # _service",
            "{ dataset { _service: revision } }", "query _entities($_service: ID!) { node(id: $_service) { id } }", "{ _service", ""})
    void otherDocumentIsNotOfAGateway(String document) {
        assertFalse(Federation.concerns(document));
    }

    @Test
    void tableIsRejected() {
        for (String query : List.of(
                "{ _entities(representations: [{__typename: \"Actor\", slug: \"armenia\"}]) { ... on Actor { name } } }",
                "{ _service { sdl } }")) {
            for (String format : List.of("csv", "jsonl", "graphml")) {
                RestAssured.given().queryParam("query", query).queryParam("format", format).get("/graphql").then().statusCode(400)
                        .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"));
            }
        }
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

    /** A document is answered by one schema: introspection beside the fields shows them, with every record as an entity. */
    @ParameterizedTest
    @ValueSource(strings = {"_service { sdl }", "_entities(representations: []) { __typename }"})
    void introspectionBesideTheFieldsShowsThem(String field) {
        GraphQlResponse response = ask("{ " + field + " __schema { queryType { fields { name } } }"
                + " __type(name: \"_Entity\") { kind possibleTypes { name } } }", Map.of());
        assertEquals(List.of(), response.errors());
        Map<?, ?> data = fields(response.data());
        String queryType = text(data.get("__schema"));
        assertTrue(queryType.contains("_entities") && queryType.contains("_service") && queryType.contains("hostings"), queryType);
        String entity = text(data.get("__type"));
        assertTrue(entity.contains("UNION"), entity);
        engine.schema().getImplementations((GraphQLInterfaceType) engine.schema().getType("Node"))
                .forEach(type -> assertTrue(entity.contains(type.getName()), type.getName()));
    }

    private static String text(Object data) {
        return data instanceof ObjectValue object ? object.byName().toString() : String.valueOf(data);
    }
}
