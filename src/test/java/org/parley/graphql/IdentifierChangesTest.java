package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.graphql.IdentifiersTest.find;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.dataset.EditedDatabase;
import org.parley.dataset.Editor;
import org.parley.dataset.ReloadsDataSet;
import org.parley.dataset.SeedCopy;
import org.parley.dataset.load.DataSetLoader;
import org.parley.entry.FaultyDataException;
import org.parley.record.Kind;

/** Identifiers are changed by editors and loads. */
@QuarkusTest
@ReloadsDataSet
@WithTestResource(EditedDatabase.class)
class IdentifierChangesTest {

    @Inject
    Editor editor;

    @Inject
    DataSetLoader loader;

    @TempDir
    Path folder;

    private static ObjectNode town(String slug, String identifier) {
        ObjectNode town = JsonNodeFactory.instance.objectNode().put("slug", slug).put("name", "Town");
        town.putArray("identifiers").addObject().put("scheme", "my-own").put("value", identifier);
        return town;
    }

    @Test
    void findsEarlierIdentifiersAsOfThen() {
        editor.record(Kind.PLACE, town("renumbered-town", "old"));
        Instant before = Instant.now();
        editor.amend(Kind.PLACE, "renumbered-town", "another register",
                entry -> ((ObjectNode) entry.at("/identifiers/0")).put("scheme", "other").put("value", "new"));
        assertEquals(0, find("my-own", "old").size());
        assertEquals("renumbered-town", find("other", "new").at("/0/slug").asText());
        assertEquals("renumbered-town", find("my-own", "old", ", asOf: \"" + before + "\"").at("/0/slug").asText());
        JsonNode change = GraphQlClient.data(
                "{ byIdentifier(scheme: \"other\", value: \"new\") { ... on Place { history(first: 1) { nodes { fields { field before } } } } } }")
                .findValue("fields").get(0);
        assertEquals("{\"field\":\"identifiers\",\"before\":[{\"scheme\":\"my-own\",\"value\":\"old\"}]}", change.toString());
    }

    @Test
    void loadMovesAnIdentifierToARecordThatReplacesAnother() {
        SeedCopy copy = new SeedCopy(folder).add("places/more.yaml",
                "- {slug: old-town, name: Town, identifiers: [{scheme: my-own, value: a}]}\n");
        loader.load(copy.folder());
        copy.add("places/more.yaml", "- {slug: a-town, name: Town, identifiers: [{scheme: my-own, value: a}]}\n");
        loader.load(copy.folder());
        assertEquals("a-town", find("my-own", "a").at("/0/slug").asText());
    }

    @Test
    void loadReportsIdentifiersThatEditorsGaveToOtherRecords() {
        editor.record(Kind.PLACE, town("edited-town", "given"));
        SeedCopy copy = new SeedCopy(folder).add("places/more.yaml",
                "- {slug: town, name: Town, identifiers: [{scheme: my-own, value: given}]}\n");
        String fault = assertThrows(FaultyDataException.class, () -> loader.load(copy.folder())).getMessage();
        assertTrue(
                fault.contains(
                        "place: town: 'given' of the scheme 'my-own' is an identifier of the place 'edited-town', changed by an editor;"),
                fault);
        assertEquals("edited-town", find("my-own", "given").at("/0/slug").asText());
    }
}
