package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.dataset.EditedDatabase;
import org.parley.dataset.Editor;
import org.parley.paging.Cursor;
import org.parley.record.Kind;

/** The list of changes. Following it reconstructs the record. */
@QuarkusTest
@WithTestResource(EditedDatabase.class)
class ChangesTest {

    private static final String PAGE = """
            { changes(first: 100, %s) { totalCount pageInfo { hasNextPage endCursor } nodes { id revision at recordType slug after } } }""";

    @Inject
    Editor editor;

    private Instant since;

    @BeforeEach
    void changeSomething() {
        ObjectNode figure = editor.entries(Kind.FIGURE).get(0).deepCopy();
        since = Instant.now();
        editor.record(Kind.FIGURE, figure.put("slug", "changed-figure"));
        editor.amend(Kind.FIGURE, "changed-figure", "one more", entry -> entry.put("measure", "something"));
        editor.retract(Kind.FIGURE, "changed-figure", "no more");
    }

    @Test
    void followingAllChangesReconstructsTheRecord() throws JsonProcessingException {
        Map<String, JsonNode> followed = new TreeMap<>();
        for (JsonNode change : all("filter: {}")) {
            String name = change.get("recordType").asText() + " " + change.get("slug").asText();
            if (change.get("after").isNull()) {
                followed.remove(name);
            } else {
                followed.put(name, change.get("after"));
            }
        }
        Map<String, JsonNode> stored = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            editor.entries(kind).forEach(entry -> stored.put(kind + " " + entry.get("slug").asText(), entry));
        }
        assertEquals(stored, followed);
    }

    @Test
    void changesAreOrderedAndUnique() {
        List<JsonNode> changes = all("filter: {}");
        assertEquals(changes.size(), GraphQlClient.data("{ changes { totalCount } }").at("/changes/totalCount").asInt());
        assertEquals(changes.size(), new HashSet<>(changes.stream().map(change -> change.get("id").asText()).toList()).size());
        for (int i = 1; i < changes.size(); i++) {
            JsonNode earlier = changes.get(i - 1);
            JsonNode later = changes.get(i);
            assertTrue(earlier.get("revision").asLong() <= later.get("revision").asLong());
            assertTrue(!Instant.parse(later.get("at").asText()).isBefore(Instant.parse(earlier.get("at").asText())));
        }
    }

    @Test
    void sinceReturnsChangesFromThatMomentOn() {
        List<JsonNode> changes = all("since: \"" + since + "\"");
        assertEquals(List.of("changed-figure", "changed-figure", "changed-figure"),
                changes.stream().map(change -> change.get("slug").asText()).toList());
        assertEquals(2, all("since: \"" + changes.get(1).get("at").asText() + "\"").size());
        assertEquals(List.of(), all("since: \"2999-12-31T00:00:00Z\""));
    }

    @Test
    void asOfReturnsChangesUpToThatMoment() {
        int now = all("filter: {}").size();
        assertEquals(now - 3, all("asOf: \"" + since + "\"").size());
        assertEquals(0, all("asOf: \"" + since + "\", since: \"" + since + "\"").size());
    }

    @Test
    void changesAreFilteredByEditorAndAct() {
        assertEquals(1, all("since: \"" + since + "\", filter: {acts: [AMENDED], types: [FIGURE], editors: [\"anna\"]}").size());
        assertEquals(List.of(), all("since: \"" + since + "\", filter: {editors: [\"load\"]}"));
    }

    @Test
    void changesOfPlacesReferToTheirRecords() {
        JsonNode changes = GraphQlClient
                .data("{ dataset { counts { type count } } changes(first: 100, filter: {types: [PLACE], acts: [RECORDED]})"
                        + " { totalCount nodes { recordType slug record { ... on Place { slug } } } } }");
        int places = 0;
        for (JsonNode count : changes.at("/dataset/counts")) {
            places += count.get("type").asText().equals("PLACE") ? count.get("count").asInt() : 0;
        }
        assertTrue(places > 5, changes::toString);
        assertTrue(changes.at("/changes/totalCount").asInt() >= places, changes::toString);
        for (JsonNode change : changes.at("/changes/nodes")) {
            assertEquals("PLACE", change.get("recordType").asText());
            assertEquals(change.get("slug"), change.at("/record/slug"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a cursor", "Y2hhbmdlcw", ""})
    void forgedCursorsAreRejected(String cursor) {
        assertRejected(cursor);
    }

    @Test
    void cursorsOfOtherListsAreRejected() {
        assertRejected(new Cursor("changes of a record", "4294967297", "changed-figure").encode());
        assertRejected(new Cursor("changes", "yesterday", "changed-figure").encode());
    }

    private static void assertRejected(String cursor) {
        JsonNode answer = GraphQlClient.ask("{ changes(after: \"" + cursor + "\") { nodes { id } } }");
        assertEquals("BAD_USER_INPUT", answer.at("/errors/0/extensions/code").asText(), answer.toString());
        assertEquals(0, answer.at("/data/changes/nodes").size());
    }

    /** Reads all pages. */
    private static List<JsonNode> all(String arguments) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        JsonNode page;
        do {
            page = GraphQlClient.data(String.format(Locale.ROOT, PAGE, arguments + after)).get("changes");
            page.get("nodes").forEach(all::add);
            after = ", after: \"" + page.at("/pageInfo/endCursor").asText() + "\"";
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        return all;
    }
}
