package org.parley.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.dataset.EditedDatabase;
import org.parley.dataset.Editor;
import org.parley.dataset.SeedCopy;
import org.parley.dataset.load.DataSetLoader;
import org.parley.entry.FaultyDataException;
import org.parley.record.Kind;

/** The history of records, and how loads treat changes of editors. */
@QuarkusTest
@WithTestResource(EditedDatabase.class)
class HistoryTest {

    private static final String HISTORY = """
            { meeting(slug: "%s") { title revision history {
                totalCount nodes { id act editor why at revision recordType slug before after fields { field before after }
                    record { ... on Meeting { title } } } } } }""";

    @Inject
    Editor editor;

    @Inject
    DataSetLoader loader;

    @Inject
    DataSource source;

    @TempDir
    Path folder;

    @Test
    void loadedRecordsAreChangesByLoad() {
        JsonNode source = GraphQlClient.data(
                "{ source(slug: \"russia-stresses-its-red-lines\") { revision history { nodes { act editor why revision before after } } } }")
                .get("source");
        JsonNode first = source.at("/history/nodes").get(source.at("/history/nodes").size() - 1);
        assertEquals("RECORDED", first.get("act").asText());
        assertEquals("load", first.get("editor").asText());
        assertTrue(first.get("why").isNull() && first.get("before").isNull());
        assertTrue(first.get("after").toString().startsWith("{\"slug\":\"russia-stresses-its-red-lines\",\"title\":"));
    }

    @Test
    void amendmentIsLoggedWithFieldsAndReason() {
        record("amended-talks");
        Instant before = Instant.now();
        long revision = editor.amend(Kind.MEETING, "amended-talks", "the communiqué says so",
                entry -> entry.put("title", "Talks, amended"));
        JsonNode meeting = history("amended-talks");
        JsonNode newest = meeting.at("/history/nodes/0");
        assertEquals(2, meeting.at("/history/totalCount").asInt());
        assertEquals(Long.toString(revision), meeting.get("revision").asText());
        assertEquals(Long.toString(revision), newest.get("revision").asText());
        assertEquals("AMENDED anna the communiqué says so MEETING amended-talks Talks, amended",
                String.join(" ", newest.get("act").asText(), newest.get("editor").asText(), newest.get("why").asText(),
                        newest.get("recordType").asText(), newest.get("slug").asText(), newest.at("/record/title").asText()));
        assertEquals("[{\"field\":\"title\",\"before\":\"Talks\",\"after\":\"Talks, amended\"}]", newest.get("fields").toString());
        Instant at = Instant.parse(newest.get("at").asText());
        assertTrue(!at.isBefore(before.minusMillis(1)) && !at.isAfter(Instant.now()), at.toString());
        assertEquals(newest.get("before"), meeting.at("/history/nodes/1/after"));
    }

    @Test
    void statementAndItsPointsShareOneHistory() {
        ObjectNode statement = editor.entries(Kind.STATEMENT).stream().filter(entry -> entry.path("points").size() > 1).findFirst()
                .orElseThrow().deepCopy();
        editor.record(Kind.STATEMENT, statement.put("slug", "amended-statement"));
        long revision = editor.amend(Kind.STATEMENT, "amended-statement", "heard again",
                entry -> ((ObjectNode) entry.at("/points/0")).put("summary", "Something else."));
        JsonNode data = GraphQlClient.data("""
                { statement(slug: "amended-statement") { revision history { totalCount nodes { id fields { field } } }
                    points { revision summary history { totalCount nodes { id fields { field } } } } } }""").get("statement");
        assertEquals("[{\"field\":\"points\"}]", data.at("/history/nodes/0/fields").toString());
        assertEquals("Something else.", data.at("/points/0/summary").asText());
        for (JsonNode point : data.get("points")) {
            assertEquals(data.get("history"), point.get("history"));
            assertEquals(Long.toString(revision), point.get("revision").asText());
        }
    }

    @Test
    void retractedRecordIsHiddenButItsHistoryRemains() {
        record("retracted-talks");
        Instant before = Instant.now();
        editor.retract(Kind.MEETING, "retracted-talks", "never took place");
        assertTrue(history("retracted-talks").isNull());
        assertEquals("Talks", GraphQlClient.data("{ meeting(slug: \"retracted-talks\", asOf: \"" + before + "\") { title } }")
                .at("/meeting/title").asText());
        JsonNode changes = GraphQlClient.data(
                "{ changes(filter: {slugs: [\"retracted-talks\"]}) { nodes { act why record { id } after fields { field after } } } }")
                .at("/changes/nodes");
        assertEquals(List.of("RECORDED", "RETRACTED"), changes.findValuesAsText("act"));
        assertEquals("never took place", changes.at("/1/why").asText());
        assertTrue(changes.at("/1/record").isNull() && changes.at("/1/after").isNull());
        record("retracted-talks");
        assertEquals(List.of("RECORDED", "RETRACTED", "RECORDED"), history("retracted-talks").get("history").findValuesAsText("act"));
    }

    @Test
    void historiesOfAPageTakeOneSqlStatement() {
        Response response = GraphQlClient.send("{ meetings(first: 20) { nodes { history(first: 1) { nodes { act at } } } } }", Map.of());
        assertEquals(20, GraphQlClient.body(response).findValuesAsText("act").size());
        assertEquals(2, GraphQlClient.statements(response));
        assertEquals(4, GraphQlClient.statements(GraphQlClient
                .send("{ meetings(first: 20) { nodes { history(first: 2) { totalCount nodes { fields { field } } } } } }", Map.of())));
    }

    @Test
    void historyIsPagedFromBothEnds() {
        record("often-amended-talks");
        for (int i = 1; i <= 4; i++) {
            String title = "Talks " + i;
            editor.amend(Kind.MEETING, "often-amended-talks", title, entry -> entry.put("title", title));
        }
        assertEquals(List.of("Talks 4", "Talks 3"), whys("first: 2"));
        assertEquals(List.of("Talks 2", "Talks 1"), whys("first: 2, after: \"" + end("first: 2", "endCursor") + "\""));
        assertEquals(List.of("Talks 1", "null"), whys("last: 2"));
        assertEquals(List.of("Talks 3", "Talks 2"), whys("last: 2, before: \"" + end("last: 2", "startCursor") + "\""));
        assertEquals("BAD_USER_INPUT",
                GraphQlClient.ask("{ meeting(slug: \"often-amended-talks\") { history(after: \"bm8\") { totalCount } } }")
                        .at("/errors/0/extensions/code").asText());
    }

    @Test
    void loadPreservesAmendmentsUntilTheEntryChanges() {
        loader.load(SeedCopy.DATA_SET);
        String slug = "aliyev-pashinyan-instruction-kazan";
        editor.amend(Kind.STATEMENT, slug, "shorter", entry -> entry.put("summary", "They spoke."));
        long revision = revision();
        loader.load(SeedCopy.DATA_SET);
        assertEquals(revision, revision());
        assertEquals("They spoke.", summary(slug));
        SeedCopy copy = new SeedCopy(folder).replace("summary: Armenia's foreign ministry is to speed up the negotiations.",
                "summary: Is to negotiate faster.");
        loader.load(copy.folder());
        assertNotEquals("They spoke.", summary(slug));
        JsonNode newest = GraphQlClient.data("{ statement(slug: \"" + slug + "\") { history(first: 1) { nodes { editor before } } } }")
                .at("/statement/history/nodes/0");
        assertEquals("load", newest.get("editor").asText());
        assertTrue(newest.get("before").toString().contains("\"summary\":\"They spoke.\""));
    }

    @Test
    void loadThatWaitedHasTheTimeOfItsWrite() throws Exception {
        SeedCopy copy = new SeedCopy(folder).add("places/new.yaml", "- {slug: awaited, name: Awaited}\n");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table write_lock in exclusive mode");
            Future<?> load = other.submit(() -> loader.load(copy.folder()));
            while (!isOne(statement, "select 1 from pg_locks where relation = 'write_lock'::regclass and not granted")) {
                assertFalse(load.isDone(), "the load did not wait");
                Thread.sleep(20);
            }
            Instant waited = Instant.now();
            connection.rollback();
            load.get();
            Instant at = Instant.parse(
                    GraphQlClient.data("{ changes(filter: {slugs: [\"awaited\"]}) { nodes { at } } }").at("/changes/nodes/0/at").asText());
            assertFalse(at.isBefore(waited.truncatedTo(ChronoUnit.MILLIS)), at + " is before " + waited);
        } finally {
            other.shutdownNow();
        }
        loader.load(SeedCopy.DATA_SET);
    }

    private static boolean isOne(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }

    @Test
    void loadPreservesRetractionsUntilTheEntryChanges() {
        SeedCopy copy = new SeedCopy(folder).add("places/new.yaml", "- {slug: nowhere, name: Nowhere}\n");
        loader.load(copy.folder());
        editor.retract(Kind.PLACE, "nowhere", "there is none");
        long revision = revision();
        loader.load(copy.folder());
        assertEquals(revision, revision());
        assertTrue(places().stream().noneMatch("nowhere"::equals));
        copy.replace("name: Nowhere", "name: Somewhere");
        loader.load(copy.folder());
        assertTrue(places().contains("nowhere"));
        loader.load(SeedCopy.DATA_SET);
        assertTrue(places().stream().noneMatch("nowhere"::equals));
    }

    @Test
    void loadReportsReferencesToRetractedRecords() {
        SeedCopy copy = new SeedCopy(folder).add("sources/new.yaml",
                "- {slug: leaflet, title: Leaflet, published: 2023, kind: OTHER, language: en, paragraphs: 1, footnotes: 0}\n");
        copy.add("actors/new.yaml",
                actor("chair", "  offices: [{title: Chair, of: russia, rank: OTHER}, {title: Guest, of: russia, rank: OTHER}]\n"));
        loader.load(copy.folder());
        editor.retract(Kind.SOURCE, "leaflet", "it is lost");
        editor.amend(Kind.ACTOR, "chair", "never in the chair", entry -> ((ArrayNode) entry.get("offices")).remove(0));
        long revision = revision();
        copy.add("actors/later.yaml", actor("late", "").replace("russia-stresses-its-red-lines", "leaflet"));
        copy.replace("{actor: charles-michel, roles: [HOST, MEDIATOR, CONVENER], office: President of the European Council}",
                "{actor: chair, roles: [HOST, MEDIATOR, CONVENER], office: Chair}");
        String told = assertThrows(FaultyDataException.class, () -> loader.load(copy.folder())).getMessage();
        assertTrue(told.contains("actor: late: the source 'leaflet' was retracted by an editor; change its entry to restore it,"
                + " or remove the reference"), told);
        assertTrue(told.contains("'chair', changed by an editor, has no office 'Chair'; change its entry to restore the office,"), told);
        assertEquals(revision, revision());
        loader.load(SeedCopy.DATA_SET);
    }

    @Test
    void loadReportsRemovedRecordsThatEditorsReferTo() {
        String leaflet = "- {slug: leaflet, title: Leaflet, published: 2023, kind: OTHER, language: en, paragraphs: 3, footnotes: 0}\n";
        SeedCopy copy = new SeedCopy(folder).add("sources/new.yaml", leaflet);
        copy.add("actors/new.yaml", actor("branch", "") + actor("tree", ""));
        loader.load(copy.folder());
        editor.amend(Kind.ACTOR, "tree", "it is a branch of it", entry -> entry.put("partOf", "branch"));
        editor.amend(Kind.ACTOR, "branch", "the leaflet says so as well", entry -> ((ArrayNode) entry.get("attestations")).addObject()
                .put("source", "leaflet").put("locator", "paragraph 3").put("voice", "DOCUMENT_FACT"));
        long revision = revision();
        copy.add("sources/new.yaml", leaflet.replace("paragraphs: 3", "paragraphs: 2"));
        String told = assertThrows(FaultyDataException.class, () -> loader.load(copy.folder())).getMessage();
        assertTrue(told.contains("actor: branch: is attested at paragraph 3 of 'leaflet', which has no such part;"), told);
        editor.amend(Kind.ACTOR, "branch", "the leaflet lists it", entry -> ((ArrayNode) entry.get("attestations")).addObject()
                .put("source", "leaflet").put("locator", "record 7").put("voice", "DOCUMENT_FACT"));
        revision = revision();
        copy.add("sources/new.yaml", leaflet.replace("OTHER", "PAPER"));
        told = assertThrows(FaultyDataException.class, () -> loader.load(copy.folder())).getMessage();
        assertTrue(told.contains("actor: branch: is attested at record 7 of 'leaflet', which has no such part;"), told);
        copy.add("sources/new.yaml", leaflet).add("actors/new.yaml", actor("branch", "  partOf: tree\n") + actor("tree", ""));
        told = assertThrows(FaultyDataException.class, () -> loader.load(copy.folder())).getMessage();
        assertTrue(told.contains("actor: branch: forms a cycle through 'tree';"), told);
        assertEquals(revision, revision());
        loader.load(SeedCopy.DATA_SET);
    }

    @Test
    void loadReportsLinksThatFormACircleWithThoseOfEditors() {
        SeedCopy copy = new SeedCopy(folder).add("agreements/new.yaml", agreement("pact", "") + agreement("annex", ""));
        loader.load(copy.folder());
        editor.amend(Kind.AGREEMENT, "pact", "it says so", entry -> link(entry, "AMENDS", "annex"));
        String amends = "  links: [{relation: AMENDS, agreement: pact}]\n";
        copy.add("agreements/new.yaml", agreement("pact", "") + agreement("annex", amends));
        String told = assertThrows(FaultyDataException.class, () -> loader.load(copy.folder())).getMessage();
        assertTrue(told.contains("agreement: annex: forms a cycle through 'pact';"), told);
        copy.add("agreements/new.yaml", agreement("pact", "") + agreement("annex", amends.replace("AMENDS", "ANNEXED_TO")));
        loader.load(copy.folder());
        loader.load(SeedCopy.DATA_SET);
    }

    @Test
    void loadReportsWordingsThatNoOfficialDocumentAttestsWithChangesOfEditors() {
        String leaflet = "- {slug: leaflet, title: Leaflet, published: 2023, kind: OFFICIAL_DOCUMENT, language: en, paragraphs: 3, footnotes: 0}\n";
        String step = "      steps:\n        - {date: 2023, status: DONE, attestations: [{source: order, locator: title, voice: HEARSAY}]}\n";
        String provision = "  provisions:\n    - number: 1\n      summary: One.\n" + step
                + "      attestations: [{source: leaflet, locator: title, voice: HEARSAY}]\n";
        SeedCopy copy = new SeedCopy(folder).add("sources/new.yaml", leaflet + leaflet.replace("leaflet", "order"));
        copy.add("agreements/new.yaml", agreement("pact", provision));
        loader.load(copy.folder());
        editor.amend(Kind.AGREEMENT, "pact", "it is printed there",
                entry -> ((ObjectNode) entry.at("/provisions/0")).put("text", "One shall do so."));
        copy.add("sources/new.yaml", leaflet.replace("OFFICIAL_DOCUMENT", "OTHER") + leaflet.replace("leaflet", "order"));
        long revision = revision();
        String told = assertThrows(FaultyDataException.class, () -> loader.load(copy.folder())).getMessage();
        assertTrue(told.contains("agreement: pact: provision 1 has a text, but no source of the kind OFFICIAL_DOCUMENT;"), told);
        assertEquals(revision, revision());
        loader.load(SeedCopy.DATA_SET);
        copy.add("sources/new.yaml", leaflet + leaflet.replace("leaflet", "order"));
        loader.load(copy.folder());
        editor.amend(Kind.SOURCE, "leaflet", "nobody issued it", entry -> entry.put("kind", "OTHER"));
        copy.add("agreements/new.yaml",
                agreement("pact", provision.replace("summary: One.", "summary: One.\n      text: One shall do so.")));
        told = assertThrows(FaultyDataException.class, () -> loader.load(copy.folder())).getMessage();
        assertTrue(told.contains("agreement: pact: provision 1 has a text, but no source of the kind OFFICIAL_DOCUMENT;"), told);
        editor.amend(Kind.SOURCE, "leaflet", "a ministry did", entry -> entry.put("kind", "OFFICIAL_DOCUMENT"));
        loader.load(copy.folder());
        loader.load(SeedCopy.DATA_SET);
    }

    @Test
    void loadReportsReferencesToRecordsThatEditorsDatedLater() {
        String source = "- {slug: %s, title: Leaflet, published: %s, kind: OTHER, language: en, paragraphs: 3, footnotes: 0%s}\n";
        String leaflet = String.format(Locale.ROOT, source, "leaflet", "2020", "");
        SeedCopy copy = new SeedCopy(folder).add("sources/new.yaml", leaflet + String.format(Locale.ROOT, source, "edition", "2021", ""));
        copy.add("agreements/new.yaml", agreement("pact", "") + agreement("annex", ""));
        loader.load(copy.folder());
        editor.amend(Kind.SOURCE, "leaflet", "the cover says so", entry -> entry.put("published", "2022-05"));
        editor.amend(Kind.AGREEMENT, "pact", "the text says so", entry -> entry.put("date", "2024"));
        String amends = "  links: [{relation: AMENDS, agreement: pact}]\n";
        copy.add("sources/new.yaml", leaflet + String.format(Locale.ROOT, source, "edition", "2021", ", editionOf: leaflet"));
        copy.add("agreements/new.yaml", agreement("pact", "") + agreement("annex", amends));
        long revision = revision();
        String told = assertThrows(FaultyDataException.class, () -> loader.load(copy.folder())).getMessage();
        assertTrue(told.contains("source: edition: refers to 'leaflet', which is later;"), told);
        assertTrue(told.contains("agreement: annex: refers to 'pact', which is later;"), told);
        assertEquals(revision, revision());
        copy.add("sources/new.yaml", leaflet + String.format(Locale.ROOT, source, "edition", "2022", ", editionOf: leaflet"));
        copy.add("agreements/new.yaml", agreement("pact", "") + agreement("annex", amends.replace("AMENDS", "ANNEXED_TO")));
        loader.load(copy.folder());
        loader.load(SeedCopy.DATA_SET);
    }

    private static void link(ObjectNode agreement, String relation, String other) {
        agreement.putArray("links").addObject().put("relation", relation).put("agreement", other);
    }

    private static String agreement(String slug, String more) {
        return "- slug: " + slug + "\n  title: A text\n  kind: TREATY\n  status: SIGNED\n  date: 2023\n  parties: [armenia]\n" + more
                + "  attestations: [{source: russia-stresses-its-red-lines, locator: title, voice: HEARSAY}]\n";
    }

    private static String actor(String slug, String more) {
        return "- slug: " + slug + "\n  name: " + slug + "\n  kind: PERSON\n" + more + "  attestations:\n"
                + "    - {source: russia-stresses-its-red-lines, locator: title, voice: DOCUMENT_FACT}\n";
    }

    @Test
    void prunedHistoryIsRejectedAndLaterHistoryRemains() throws SQLException {
        record("pruned-talks");
        Instant early = Instant.now();
        editor.amend(Kind.MEETING, "pruned-talks", "first", entry -> entry.put("title", "Talks, amended"));
        Instant kept = Instant.now().truncatedTo(ChronoUnit.MICROS);
        editor.amend(Kind.MEETING, "pruned-talks", "second", entry -> entry.put("title", "Talks, amended again"));
        try (Connection connection = source.getConnection();
                PreparedStatement prune = connection.prepareStatement("select prune_history(cast(? as timestamptz))")) {
            prune.setString(1, kept.toString());
            prune.execute();
        }
        String asked = "{ meeting(slug: \"pruned-talks\", asOf: \"%s\") { title } }";
        assertEquals("Talks, amended", GraphQlClient.data(String.format(Locale.ROOT, asked, kept)).at("/meeting/title").asText());
        JsonNode rejected = GraphQlClient.ask(String.format(Locale.ROOT, asked, early)).get("errors");
        assertEquals("BAD_USER_INPUT", rejected.at("/0/extensions/code").asText());
        assertTrue(rejected.at("/0/message").asText().startsWith("asOf: no history at " + early + "; send a moment from " + kept + " on"));
        assertEquals(3, history("pruned-talks").at("/history/totalCount").asInt());
    }

    private List<String> places() {
        return editor.entries(Kind.PLACE).stream().map(entry -> entry.get("slug").asText()).toList();
    }

    private void record(String slug) {
        editor.record(Kind.MEETING, editor.entries(Kind.MEETING).get(0).deepCopy().put("slug", slug).put("title", "Talks"));
    }

    private static JsonNode history(String slug) {
        return GraphQlClient.data(String.format(Locale.ROOT, HISTORY, slug)).get("meeting");
    }

    private static List<String> whys(String arguments) {
        List<String> whys = new ArrayList<>();
        page(arguments).get("nodes").forEach(change -> whys.add(change.get("why").asText()));
        return whys;
    }

    private static String end(String arguments, String cursor) {
        return page(arguments).at("/pageInfo/" + cursor).asText();
    }

    private static JsonNode page(String arguments) {
        return GraphQlClient.data("{ meeting(slug: \"often-amended-talks\") { history(" + arguments
                + ") { nodes { why } pageInfo { startCursor endCursor } } } }").at("/meeting/history");
    }

    private static long revision() {
        return GraphQlClient.data("{ dataset { revision } }").at("/dataset/revision").asLong();
    }

    private static String summary(String slug) {
        return GraphQlClient.data("{ statement(slug: \"" + slug + "\") { summary } }").at("/statement/summary").asText();
    }
}
