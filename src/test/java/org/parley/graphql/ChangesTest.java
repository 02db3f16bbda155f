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
import org.parley.paging.Cursor;
import org.parley.seed.EditedDatabase;
import org.parley.seed.Editor;
import org.parley.seed.read.SeedKind;

/** What was changed, one after the other: who follows it has the record. */
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
        ObjectNode figure = editor.entries(SeedKind.FIGURE).get(0).deepCopy();
        since = Instant.now();
        editor.record(SeedKind.FIGURE, figure.put("slug", "changed-figure"));
        editor.amend(SeedKind.FIGURE, "changed-figure", "one more", entry -> entry.put("measure", "something"));
        editor.retract(SeedKind.FIGURE, "changed-figure", "no more");
    }

    @Test
    void whoFollowsAllChangesHasTheRecord() throws JsonProcessingException {
        Map<String, JsonNode> followed = new TreeMap<>();
        for (JsonNode change : all("filter: {}")) {
            String name = change.get("recordType").asText("PLACE") + " " + change.get("slug").asText();
            if (change.get("after").isNull()) {
                followed.remove(name);
            } else {
                followed.put(name, GraphQlClient.JSON.readTree(change.get("after").asText()));
            }
        }
        Map<String, JsonNode> stored = new TreeMap<>();
        for (SeedKind kind : SeedKind.values()) {
            editor.entries(kind).forEach(entry -> stored.put(kind + " " + entry.get("slug").asText(), entry));
        }
        assertEquals(stored, followed);
    }

    @Test
    void changesComeInTheirOrderEachOnce() {
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
    void sinceAMomentAreThoseMadeThenOrLater() {
        List<JsonNode> changes = all("since: \"" + since + "\"");
        assertEquals(List.of("changed-figure", "changed-figure", "changed-figure"),
                changes.stream().map(change -> change.get("slug").asText()).toList());
        assertEquals(2, all("since: \"" + changes.get(1).get("at").asText() + "\"").size());
        assertEquals(List.of(), all("since: \"2999-12-31T00:00:00Z\""));
    }

    @Test
    void changesAsOfAMomentAreThoseMadeUntilThen() {
        int now = all("filter: {}").size();
        assertEquals(now - 3, all("asOf: \"" + since + "\"").size());
        assertEquals(0, all("asOf: \"" + since + "\", since: \"" + since + "\"").size());
    }

    @Test
    void changesAreFoundByWhoMadeThemAndWhatTheyDid() {
        assertEquals(1, all("since: \"" + since + "\", filter: {acts: [AMENDED], types: [FIGURE], editors: [\"anna\"]}").size());
        assertEquals(List.of(), all("since: \"" + since + "\", filter: {editors: [\"load\"]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a cursor", "Y2hhbmdlcw", ""})
    void forgedCursorsAreRefused(String cursor) {
        assertRefused(cursor);
    }

    @Test
    void cursorsOfOtherListsAreRefused() {
        assertRefused(new Cursor("changes of a record", "4294967297", "changed-figure").encode());
        assertRefused(new Cursor("changes", "yesterday", "changed-figure").encode());
    }

    private static void assertRefused(String cursor) {
        JsonNode answer = GraphQlClient.ask("{ changes(after: \"" + cursor + "\") { nodes { id } } }");
        assertEquals("BAD_USER_INPUT", answer.at("/errors/0/extensions/code").asText(), answer.toString());
        assertEquals(0, answer.at("/data/changes/nodes").size());
    }

    /** Every page of them. */
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
