package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.metamodel.EntityType;
import java.util.List;
import java.util.Locale;
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
    private static final Map<String, String> LISTS = Map.ofEntries(Map.entry("Actor", String.format(Locale.ROOT, PAGE, "actors")),
            Map.entry("Meeting", String.format(Locale.ROOT, PAGE, "meetings")),
            Map.entry("Statement", String.format(Locale.ROOT, PAGE, "statements")),
            Map.entry("Agreement", String.format(Locale.ROOT, PAGE, "agreements")),
            Map.entry("Event", String.format(Locale.ROOT, PAGE, "events")),
            Map.entry("Position", String.format(Locale.ROOT, PAGE, "positions")),
            Map.entry("Issue", String.format(Locale.ROOT, PAGE, "issues")), Map.entry("Track", String.format(Locale.ROOT, PAGE, "tracks")),
            Map.entry("Source", String.format(Locale.ROOT, PAGE, "sources")),
            Map.entry("Figure", String.format(Locale.ROOT, PAGE, "figures")),
            Map.entry("Office", "actors(first: 100) { nodes { offices { ...F } } }"),
            Map.entry("Place", "meetings(first: 100) { nodes { place { ...F } } }"),
            Map.entry("Participation", "meetings(first: 100) { nodes { participations { ...F } } }"),
            Map.entry("Signature", "agreements { nodes { signatories { ...F } } }"),
            Map.entry("Provision", "agreements { nodes { provisions { ...F } } }"),
            Map.entry("Attestation", "meetings(first: 100) { nodes { attestations { ...F } } }"),
            Map.entry("Encounter", "actors(first: 100) { nodes { counterparts { nodes { ...F } } } }"),
            Map.entry("MediationCell", String.format(Locale.ROOT, PAGE, "mediationMatrix")),
            Map.entry("PageInfo", "meetings(first: 1) { pageInfo { ...F } } last: meetings(last: 1) { pageInfo { ...F } }"),
            Map.entry("HostingConnection", "hostings { ...F }"), Map.entry("ActorConnection", "actors { ...F }"),
            Map.entry("MeetingConnection", "meetings { ...F }"), Map.entry("StatementConnection", "statements { ...F }"),
            Map.entry("AgreementConnection", "agreements { ...F }"), Map.entry("EventConnection", "events { ...F }"),
            Map.entry("PositionConnection", "positions { ...F }"), Map.entry("TimelineConnection", "timeline { ...F }"),
            Map.entry("SearchConnection", "search(text: \"peace\") { ...F }"));

    static Stream<String> types() {
        return LISTS.keySet().stream().sorted();
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
        for (GraphQLFieldDefinition field : GraphQlClient.schema().getObjectType(type).getFields()) {
            String name = field.getName();
            String asked = name + selection(GraphQLTypeUtil.unwrapAll(field.getType()));
            List<JsonNode> shown = values(type, "shown: " + asked, "shown", EVERYTHING);
            assertTrue(shown.stream().anyMatch(AskedFieldsTest::isSet) || type.equals("Office") && name.equals("period"),
                    () -> name + " of " + type + " is nowhere set");
            assertEquals(shown, values(type, asked, name, ""), () -> type + "." + name);
            assertEquals(shown, values(type, "shown: " + asked, "shown", ""), () -> type + "." + name + " under another name");
        }
    }

    /** No field would be missed that is false, zero or empty everywhere. */
    private static boolean isSet(JsonNode value) {
        return value.isContainerNode() ? StreamSupport.stream(value.spliterator(), false).anyMatch(AskedFieldsTest::isSet)
                : value.asBoolean() || value.asDouble() != 0 || value.isTextual();
    }

    /** What stands under that name where this is asked of all of the type. */
    private static List<JsonNode> values(String type, String asked, String name, String beside) {
        return GraphQlClient.data("{ " + LISTS.get(type) + beside + " } fragment F on " + type + " { " + asked + " }").findValues(name);
    }

    /** The slug of a record; else all that a value shows of its own, or where that is nothing, what its objects do. */
    private static String selection(GraphQLType type) {
        if (!(type instanceof GraphQLObjectType object)) {
            return GraphQLTypeUtil.isLeaf(type) ? "" : " { __typename }";
        }
        if (object.getField("slug") != null) {
            return " { slug }";
        }
        List<GraphQLFieldDefinition> leaves = object.getFields().stream()
                .filter(field -> GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()))).toList();
        return (leaves.isEmpty() ? object.getFields() : leaves).stream()
                .map(field -> field.getName() + selection(GraphQLTypeUtil.unwrapAll(field.getType())))
                .collect(Collectors.joining(" ", " { ", " }"));
    }
}
