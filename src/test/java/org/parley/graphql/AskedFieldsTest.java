package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.metamodel.EntityType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read of a record is what is asked of it: each field shows the same alone, under another name, and where everything is read. */
@QuarkusTest
class AskedFieldsTest {

    private static final String PAGE = "%s(first: 100) { nodes { ...F } }";
    private static final String EVERYTHING = " discrepancies(first: 1) { totalCount }";

    /** Where all of each type are that is made of columns, and pages of them; F is what is asked of it. */
    private static final Map<String, String> LISTS = Map.ofEntries(Map.entry("Actor", PAGE.formatted("actors")),
            Map.entry("Meeting", PAGE.formatted("meetings")), Map.entry("Statement", PAGE.formatted("statements")),
            Map.entry("Agreement", PAGE.formatted("agreements")), Map.entry("Event", PAGE.formatted("events")),
            Map.entry("Position", PAGE.formatted("positions")), Map.entry("Issue", "issues { ...F }"),
            Map.entry("Track", "tracks { ...F }"), Map.entry("Source", "sources { ...F }"), Map.entry("Figure", "figures { ...F }"),
            Map.entry("Office", "actors(first: 100) { nodes { offices { ...F } } }"),
            Map.entry("Place", "meetings(first: 100) { nodes { place { ...F } } }"),
            Map.entry("Participation", "meetings(first: 100) { nodes { participations { ...F } } }"),
            Map.entry("Signature", "agreements { nodes { signatories { ...F } } }"),
            Map.entry("Provision", "agreements { nodes { provisions { ...F } } }"),
            Map.entry("Attestation", "meetings(first: 100) { nodes { attestations { ...F } } }"),
            Map.entry("Encounter", "actors(first: 100) { nodes { counterparts { ...F } } }"),
            Map.entry("MediationCell", "mediationMatrix { ...F }"),
            Map.entry("PageInfo", "meetings(first: 1) { pageInfo { ...F } } last: meetings(last: 1) { pageInfo { ...F } }"),
            Map.entry("HostingConnection", "hostings { ...F }"), Map.entry("ActorConnection", "actors { ...F }"),
            Map.entry("MeetingConnection", "meetings { ...F }"), Map.entry("StatementConnection", "statements { ...F }"),
            Map.entry("AgreementConnection", "agreements { ...F }"), Map.entry("EventConnection", "events { ...F }"),
            Map.entry("PositionConnection", "positions { ...F }"), Map.entry("TimelineConnection", "timeline { ...F }"),
            Map.entry("SearchConnection", "search(text: \"peace\") { ...F }"));

    static Stream<String> types() {
        return LISTS.keySet().stream().sorted();
    }

    private static GraphQLSchema schema() {
        return UnExecutableSchemaGenerator
                .makeUnExecutableSchema(new SchemaParser().parse(RestAssured.get("/graphql/schema.graphql").asString()));
    }

    @Inject
    SessionFactory factory;

    @Test
    void knowsEveryEntity() {
        Set<String> entities = factory.getMetamodel().getEntities().stream().map(EntityType::getName).collect(Collectors.toSet());
        entities.removeAll(LISTS.keySet());
        assertEquals(Set.of("Change"), entities, "those of which only some columns may be read");
    }

    @ParameterizedTest
    @MethodSource("types")
    void showsTheSameAlone(String type) {
        for (GraphQLFieldDefinition field : schema().getObjectType(type).getFields()) {
            String selection = selection(GraphQLTypeUtil.unwrapAll(field.getType()));
            List<JsonNode> shown = asked(type, "shown: " + field.getName() + selection, EVERYTHING);
            assertTrue(shown.stream().anyMatch(AskedFieldsTest::isSet) || type.equals("Office") && field.getName().equals("period"),
                    () -> field.getName() + " of " + type + " is nowhere set");
            assertEquals(shown, asked(type, "shown: " + field.getName() + selection, ""), () -> type + "." + field.getName());
        }
    }

    /** No field would be missed that is false, zero or empty everywhere. */
    private static boolean isSet(JsonNode value) {
        return value.isContainerNode() ? StreamSupport.stream(value.spliterator(), false).anyMatch(AskedFieldsTest::isSet)
                : value.asBoolean() || value.asDouble() != 0 || value.isTextual();
    }

    private static List<JsonNode> asked(String type, String field, String beside) {
        return GraphQlClient.data("{ " + LISTS.get(type) + beside + " } fragment F on " + type + " { " + field + " }").findValues("shown");
    }

    /** The slug of a record; else all that a value shows of its own, or where that is nothing, what its objects do. */
    private static String selection(GraphQLType type) {
        if (!(type instanceof GraphQLObjectType object)) {
            return GraphQLTypeUtil.isLeaf(type) ? "" : " { __typename }";
        }
        String leaves = object.getFields().stream().filter(field -> GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType())))
                .map(GraphQLFieldDefinition::getName).collect(Collectors.joining(" "));
        return " { "
                + (leaves.contains("slug") ? "slug"
                        : leaves.isEmpty() ? object.getFields().stream()
                                .map(field -> field.getName() + selection(GraphQLTypeUtil.unwrapAll(field.getType())))
                                .collect(Collectors.joining(" ")) : leaves)
                + " }";
    }
}
