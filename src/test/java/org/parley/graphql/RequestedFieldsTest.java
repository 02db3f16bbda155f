package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
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

/**
 * Only requested columns are read: each field returns the same value alone, under an alias, and together with all other fields from
 * columns.
 */
@QuarkusTest
class RequestedFieldsTest {

    private static final String PAGE = "%s(first: 100) { nodes { ...F } }";

    /** Queries that return all entities of a type, and pages of them; F stands for the selection. */
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
            Map.entry("Place", String.format(Locale.ROOT, PAGE, "places")),
            Map.entry("Participation", "meetings(first: 100) { nodes { participations { ...F } } }"),
            Map.entry("Signature", "agreements { nodes { signatories { ...F } } }"),
            Map.entry("Provision", "agreements { nodes { provisions { ...F } } }"),
            Map.entry("ImplementationStep", "agreements { nodes { provisions { steps { ...F } } } }"),
            Map.entry("Attestation", "meetings(first: 100) { nodes { attestations { ...F } } }"),
            Map.entry("Encounter", "encounters(first: 50) { nodes { ...F } }"),
            Map.entry("MediationCell", String.format(Locale.ROOT, PAGE, "mediationMatrix")),
            Map.entry("HostingConnection", "hostings { ...F }"), Map.entry("ActorConnection", "actors { ...F }"),
            Map.entry("MeetingConnection", "meetings { ...F }"), Map.entry("StatementConnection", "statements { ...F }"),
            Map.entry("AgreementConnection", "agreements { ...F }"), Map.entry("EventConnection", "events { ...F }"),
            Map.entry("PositionConnection", "positions { ...F }"), Map.entry("TimelineConnection", "timeline { ...F }"),
            Map.entry("SearchConnection", "search(text: \"armenai\") { ...F }"));

    static Stream<String> types() {
        return LISTS.keySet().stream().sorted();
    }

    @Inject
    SessionFactory factory;

    @Test
    void coversEveryEntity() {
        Set<String> entities = factory.getMetamodel().getEntities().stream().map(EntityType::getName).collect(Collectors.toSet());
        entities.removeAll(LISTS.keySet());
        assertEquals(Set.of("Change"), entities, "those of which only some columns may be read");
    }

    @ParameterizedTest
    @MethodSource("types")
    void returnsTheSameValueAlone(String type) {
        GraphQLObjectType object = GraphQlClient.schema().getObjectType(type);
        String everything = everything(object);
        for (GraphQLFieldDefinition field : object.getFields()) {
            if (field.getArguments().stream()
                    .anyMatch(argument -> GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue())) {
                continue;
            }
            String name = field.getName();
            String asked = name + EntityColumns.selection(GraphQLTypeUtil.unwrapAll(field.getType()));
            List<JsonNode> shown = values(type, "shown: " + asked + everything, "shown");
            assertTrue(shown.stream().anyMatch(RequestedFieldsTest::isSet) || type.equals("Office") && name.equals("period"),
                    () -> name + " of " + type + " is nowhere set");
            assertEquals(shown, values(type, asked, name), () -> type + "." + name);
            assertEquals(shown, values(type, "shown: " + asked, "shown"), () -> type + "." + name + " under another name");
        }
    }

    /** Returns all fields from columns of the type, or of the items of the page. */
    private String everything(GraphQLObjectType type) {
        EntityColumns columns = new EntityColumns(GraphQlClient.schema(), factory);
        if (type.getField("nodes") == null) {
            return " " + String.join(" ", columns.fields(type.getName()));
        }
        GraphQLNamedType item = QueryWalk.named(type.getField("nodes").getType());
        Stream<String> items = item instanceof GraphQLUnionType union ? union.getTypes().stream().map(GraphQLNamedType::getName)
                : Stream.of(item.getName());
        return items.map(name -> "... on " + name + " { __typename " + String.join(" ", columns.fieldsOfUnion(name)) + " }")
                .collect(Collectors.joining(" ", " all: nodes { ", " }"));
    }

    /** Requires that each field has a value other than false, zero or empty somewhere. */
    static boolean isSet(JsonNode value) {
        return value.isContainerNode() ? StreamSupport.stream(value.spliterator(), false).anyMatch(RequestedFieldsTest::isSet)
                : value.asBoolean() || value.asDouble() != 0 || value.isTextual();
    }

    /** Returns the values of that name in the response to this selection. */
    private static List<JsonNode> values(String type, String asked, String name) {
        return GraphQlClient.data("{ " + LISTS.get(type) + " } fragment F on " + type + " { " + asked + " }").findValues(name);
    }
}
