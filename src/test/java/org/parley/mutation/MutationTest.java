package org.parley.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Mutations as a front-end sends them: inputs, payloads, and all faults at once. */
@QuarkusTest
@TestProfile(OwnRecord.class)
class MutationTest {

    @Inject
    DataSource source;

    private static final String ATTESTED = "attestations: [{source: \"russia-stresses-its-red-lines\", locator: \"paragraph 2\", voice: DOCUMENT_FACT}]";
    private static final String AMEND_MEETING = "mutation ($slug: String!, $seen: String!, $input: MeetingAmendment!) {"
            + " amendMeeting(slug: $slug, revision: $seen, input: $input) { revision meeting { title summary outcomes date { label }"
            + " place { name } participations { role actor { slug } } attestations { locator } } } }";

    private static Map<String, Object> meeting(String slug) {
        Map<String, Object> input = new HashMap<>();
        input.putAll(
                Map.of("slug", slug, "title", "Talks in Tbilisi", "kind", "NEGOTIATION", "level", "DEPUTY_MINISTERS", "medium", "IN_PERSON",
                        "setting", "DEDICATED", "status", "HELD", "date", Map.of("edtf", "2024-06-02"), "places", List.of("brussels")));
        input.putAll(Map.of("summary", "What was talked about.", "outcomes", List.of("One thing.", "Another."), "participations",
                List.of(Map.of("actor", "charles-michel", "roles", List.of("HOST", "MEDIATOR"), "office",
                        "President of the European Council"), Map.of("actor", "armenia", "roles", List.of("PARTY"))),
                "attestations",
                List.of(Map.of("source", "russia-stresses-its-red-lines", "locator", "paragraph 3", "voice", "DOCUMENT_FACT"))));
        return input;
    }

    /** Records a meeting and returns its revision. */
    private static String record(String slug) {
        return Editor.ANA
                .data("mutation ($input: MeetingInput!) { recordMeeting(input: $input) { revision } }", Map.of("input", meeting(slug)))
                .at("/recordMeeting/revision").asText();
    }

    private static JsonNode amend(String slug, String seen, Map<String, ?> input) {
        return Editor.ANA.data(AMEND_MEETING, Map.of("slug", slug, "seen", seen, "input", input)).get("amendMeeting");
    }

    private static JsonNode amendError(String slug, String seen, Map<String, ?> input) {
        return Editor.ANA.error(AMEND_MEETING, Map.of("slug", slug, "seen", seen, "input", input));
    }

    private static String code(JsonNode error) {
        return error.at("/extensions/code").asText();
    }

    /** Returns path and message of each fault. */
    private static List<String> faults(JsonNode error) {
        assertEquals("BAD_USER_INPUT", code(error), error.toString());
        List<String> faults = new ArrayList<>();
        error.at("/extensions/faults").forEach(fault -> faults.add(fault.get("path").asText() + ": " + fault.get("message").asText()));
        return faults;
    }

    private static void assertFault(String path, String words, JsonNode error) {
        assertTrue(faults(error).stream().anyMatch(fault -> fault.startsWith(path + ": ") && fault.contains(words)),
                () -> "no fault of " + path + " that says '" + words + "' in " + error);
    }

    private static String retract(String kind, String slug, String seen) {
        return "mutation { retract" + kind + "(slug: \"" + slug + "\", revision: \"" + seen + "\", why: \"It was a mistake.\")"
                + " { slug revision } }";
    }

    @Test
    void textThatCannotBeStoredIsRejected() {
        Map<String, Object> input = meeting("with-null");
        input.put("title", "one\0two");
        assertFault("input.title", "U+0000",
                Editor.ANA.error("mutation ($input: MeetingInput!) { recordMeeting(input: $input) { revision } }", Map.of("input", input)));
    }

    @Test
    void staleRevisionIsAConflictWithChanges() {
        String seen = record("contested");
        String now = amend("contested", seen, Map.of("title", "Others were quicker")).get("revision").asText();
        JsonNode error = Editor.BEN.error(AMEND_MEETING, Map.of("slug", "contested", "seen", seen, "input", Map.of("title", "Too late")));
        assertEquals("CONFLICT", code(error));
        assertEquals(now, error.at("/extensions/revision").asText());
        assertEquals(1, error.at("/extensions/changes").size());
        assertEquals("AMENDED", error.at("/extensions/changes/0/act").asText());
        assertEquals("ana", error.at("/extensions/changes/0/editor").asText());
        assertEquals("[\"title\"]", error.at("/extensions/changes/0/fields").toString());
        assertEquals("Others were quicker", Editor.NOBODY.data("{ meeting(slug: \"contested\") { title } }").at("/meeting/title").asText());
        Editor.CURATOR.data(retract("Meeting", "contested", now));
        assertEquals("CONFLICT", code(amendError("contested", now, Map.of("title", "Later still"))));
    }

    @Test
    void mutationHasNoPermalink() {
        for (String document : List.of("mutation ($input: MeetingInput!) { recordMeeting(input: $input) { revision } }",
                "{ dataset { revision } }")) {
            Map<String, Object> variables = document.startsWith("mutation") ? Map.of("input", meeting("unlinked")) : Map.of();
            Response response = Editor.ANA.request().contentType("application/json")
                    .body(Map.of("query", document, "variables", variables, "extensions", Map.of("permalink", true))).post("/graphql");
            Editor.requireRevision(Long.parseLong(response.header("Parley-Revision")));
            assertEquals(document.startsWith("mutation"), response.path("extensions.permalink") == null, response.asString());
            assertNull(response.path("errors"), response.asString());
        }
    }

    @Test
    void pointIsAmendedWithItsStatement() {
        assertFault("slug", "it is a point of the statement", Editor.ANA.error("mutation { amendPosition(slug: \"" + pointOfAStatement()
                + "\", revision: \"1\", input: {summary: \"x\"}) { revision } }"));
    }

    @Test
    void amendedPointChangesTheRevisionOfItsStatement() {
        String point = "{issue: \"peace-treaty\", stance: SUPPORTS, summary: \"%s\", voice: QUOTED_ACTOR, " + ATTESTED + "}";
        String seen = Editor.ANA
                .data("mutation { recordStatement(input: {slug: \"pointed\", speakers: [\"armenia\"], date: {edtf: \"2024-05-01\"},"
                        + " form: REMARKS, summary: \"Something was said.\", points: [" + String.format(Locale.ROOT, point, "One.") + ","
                        + String.format(Locale.ROOT, point, "Two.") + "], " + ATTESTED + "}) { revision } }")
                .findValue("revision").asText();
        String amend = "mutation { amendStatement(slug: \"pointed\", revision: \"" + seen + "\", input: {points: ["
                + String.format(Locale.ROOT, point, "Another.")
                + "]}) { revision statement { revision points { slug summary revision } } } }";
        JsonNode amended = Editor.ANA.data(amend).get("amendStatement");
        assertEquals(amended.get("revision"), amended.at("/statement/revision"));
        assertEquals("CONFLICT", code(Editor.BEN.error(amend)));
        assertTrue(amended.toString().contains("Another.") && !amended.toString().contains("pointed-2"), amended.toString());
    }

    private static String pointOfAStatement() {
        for (JsonNode position : Editor.NOBODY.data("{ positions(first: 100) { nodes { slug statement { slug } } } }")
                .at("/positions/nodes")) {
            if (!position.get("statement").isNull()) {
                return position.get("slug").asText();
            }
        }
        throw new AssertionError("no point");
    }

    @Test
    void officeInUseCannotBeRemoved() {
        String seen = Editor.ANA
                .data("mutation { recordActor(input: {slug: \"bearer\", name: \"A bearer\", kind: PERSON,"
                        + " offices: [{title: \"Envoy\", of: \"armenia\", rank: OTHER}], " + ATTESTED + "}) { revision } }")
                .findValue("revision").asText();
        Map<String, Object> input = meeting("borne");
        input.put("participations", List.of(Map.of("actor", "bearer", "roles", List.of("PARTY"), "office", "Envoy")));
        Editor.ANA.data("mutation ($input: MeetingInput!) { recordMeeting(input: $input) { revision } }", Map.of("input", input));
        JsonNode error = Editor.ANA.error("mutation { amendActor(slug: \"bearer\", revision: \"" + seen
                + "\", input: {offices: [{title: \"Minister\", of: \"armenia\", rank: MINISTER}]}) { revision } }");
        assertFault("input.offices", "the meeting 'borne' refers to the office 'bearer: Envoy'", error);
    }

    @Test
    void attestedParagraphsOfASourceCannotBeRemoved() {
        String seen = Editor.ANA.data("mutation { recordSource(input: {slug: \"counted\", title: \"Counted\", published: {edtf: \"2024\"},"
                + " kind: NEWS, language: \"en\", paragraphs: 9, footnotes: 0}) { revision } }").findValue("revision").asText();
        Map<String, Object> input = meeting("in-the-ninth");
        input.put("attestations", List.of(Map.of("source", "counted", "locator", "paragraph 9", "voice", "HEARSAY")));
        Editor.ANA.data("mutation ($input: MeetingInput!) { recordMeeting(input: $input) { revision } }", Map.of("input", input));
        assertFault("input.paragraphs", "the meeting 'in-the-ninth' is attested at paragraph 9", Editor.ANA
                .error("mutation { amendSource(slug: \"counted\", revision: \"" + seen + "\", input: {paragraphs: 8}) { revision } }"));
    }

    @Test
    void mutationsOfADocumentAreSerialAndIndependent() {
        Map<String, Object> variables = Map.of("one", meeting("in-order"), "two", meeting("in-order-2"));
        JsonNode answer = Editor.ANA.send("mutation ($one: MeetingInput!, $two: MeetingInput!) {"
                + " a: recordMeeting(input: $one) { revision meeting { slug } }" + " again: recordMeeting(input: $one) { revision }"
                + " b: recordMeeting(input: $two) { revision meeting { slug } } __typename }", variables);
        assertEquals("in-order", answer.at("/data/a/meeting/slug").asText());
        assertTrue(answer.at("/data/again").isNull());
        assertEquals("in-order-2", answer.at("/data/b/meeting/slug").asText());
        assertEquals("Mutation", answer.at("/data/__typename").asText());
        assertEquals(answer.at("/data/a/revision").asLong() + 1, answer.at("/data/b/revision").asLong());
        assertEquals("again", answer.at("/errors/0/path/0").asText());
        assertEquals(1, answer.get("errors").size());
    }

    private static Map<String, Object> attested(String paragraph, String value, String reads) {
        return Map.of("source", "russia-stresses-its-red-lines", "locator", paragraph, "voice", "HEARSAY", "field", "date", "value", value,
                "reads", reads);
    }

    @Test
    void editorCannotChangeAResolvedField() {
        Map<String, Object> input = meeting("settled");
        Map<String, Object> chosen = attested("paragraph 4", "June 3", "2024-06-03");
        Map<String, Object> other = attested("paragraph 3", "June 2", "2024-06-02");
        input.put("attestations", List.of(chosen, other));
        Editor.ANA.data("mutation ($input: MeetingInput!) { recordMeeting(input: $input) { revision } }", Map.of("input", input));
        String seen = Editor.CURATOR.data("mutation { resolve(type: MEETING, slug: \"settled\", field: \"date\", value: \"June 3\","
                + " note: \"It knew better.\") { revision } }").findValue("revision").asText();
        assertFault("input.date", "ask a curator to resolve it", amendError("settled", seen, Map.of("date", Map.of("edtf", "2024-06-02"))));
        assertFault("input.attestations", "ask a curator to resolve it",
                amendError("settled", seen, Map.of("attestations", List.of(other))));
        String read = "{ meeting(slug: \"settled\") { date { edtf } discrepancies { rule note } } }";
        seen = amend("settled", seen, Map.of("date", Map.of("edtf", "2024-06-03"), "summary", "More.", "attestations",
                List.of(chosen, other, attested("paragraph 5", "June 2", "2024-06-02")))).get("revision").asText();
        assertEquals("It knew better.", Editor.NOBODY.data(read).at("/meeting/discrepancies/0/note").asText());
        Editor.CURATOR.data(AMEND_MEETING, Map.of("slug", "settled", "seen", seen, "input", Map.of("date", Map.of("edtf", "2024-06-02"))));
        JsonNode amended = Editor.NOBODY.data(read).get("meeting");
        assertEquals("2024-06-02", amended.at("/date/edtf").asText());
        assertEquals("[{\"rule\":\"MOST_SOURCES\",\"note\":null}]", amended.get("discrepancies").toString());
    }

    @Test
    void referencesOfAStatementCanBeAttested() {
        for (String slug : List.of("levon-ter-petrosyan-comment-2020-10-31", "andrey-rudenko-remarks-2023-07-17")) {
            JsonNode attested = Editor.ANA.data("mutation { attest(type: STATEMENT, slug: \"" + slug + "\", " + ATTESTED
                    + ") { record { ... on Statement { attestations { source { slug } locator } } } } }");
            assertTrue(attested.findValue("attestations").toString().contains(
                    "{\"source\":{\"slug\":\"russia-stresses-its-red-lines\"},\"locator\":\"paragraph 2\"}"), attested.toString());
        }
    }

    @Test
    void blankReasonIsRejected() {
        String seen = record("reasoned");
        for (String blank : List.of("", "   ")) {
            assertFault("why", "is blank", Editor.CURATOR.error(retract("Meeting", "reasoned", seen).replace("It was a mistake.", blank)));
            assertFault("note", "is blank", Editor.CURATOR.error("mutation { resolve(type: MEETING, slug: \"reasoned\", field: \"date\","
                    + " value: \"2024-06-02\", note: \"" + blank + "\") { revision } }"));
        }
        assertEquals(seen, Editor.NOBODY.data("{ meeting(slug: \"reasoned\") { revision } }").findValue("revision").asText());
    }

    @Test
    void internalErrorBeforeTheCommitIsReportedAsNotWritten() throws SQLException {
        String document = "mutation { recordPlace(input: {slug: \"not-noted\", name: \"Not noted\"}, clientMutationId: \"not-noted\") { revision } }";
        try (Connection other = source.getConnection()) {
            other.createStatement().execute("alter table mutation add constraint none_noted check (id <> 'not-noted')");
            try {
                JsonNode error = Editor.ANA.error(document);
                assertEquals("INTERNAL", code(error));
                assertTrue(error.get("message").asText().startsWith("Nothing was written"), error.toString());
                assertFalse(error.at("/extensions/id").asText().isEmpty(), error.toString());
            } finally {
                other.createStatement().execute("alter table mutation drop constraint none_noted");
            }
        }
        assertEquals("not-noted",
                Editor.ANA.data(document.replace("{ revision }", "{ place { slug } }")).at("/recordPlace/place/slug").asText());
    }

    @Test
    void resolutionFindsTheRecordByName() {
        record("placed");
        Editor.ANA.data("mutation { attest(type: MEETING, slug: \"placed\", attestations: ["
                + "{source: \"russia-stresses-its-red-lines\", locator: \"paragraph 3\", voice: HEARSAY, field: \"places\", value: \"Moscow\"},"
                + "{source: \"russia-stresses-its-red-lines\", locator: \"paragraph 3\", voice: HEARSAY, field: \"track\", value: \"Brussels Talks\"},"
                + "{source: \"russia-stresses-its-red-lines\", locator: \"paragraph 4\", voice: HEARSAY, field: \"hosts\", value: \"Russia\"}])"
                + " { revision } }");
        JsonNode resolved = Editor.CURATOR
                .data("mutation { resolve(type: MEETING, slug: \"placed\", field: \"places\", value: \"Moscow\","
                        + " note: \"It was there.\") { record { ... on Meeting { place { slug } discrepancies { field shown rule } } } } }")
                .at("/resolve/record");
        assertEquals("moscow", resolved.at("/place/slug").asText());
        assertEquals("brussels-track",
                Editor.CURATOR.data("mutation { resolve(type: MEETING, slug: \"placed\", field: \"track\","
                        + " value: \"Brussels Talks\", note: \"It was one of these.\") { record { ... on Meeting { track { slug } } } } }")
                        .at("/resolve/record/track/slug").asText());
        JsonNode error = Editor.CURATOR.error("mutation { resolve(type: MEETING, slug: \"placed\", field: \"outcomes\", value: \"x\","
                + " note: \"It was there.\") { revision } }");
        assertFault("field", "no source gives a value for 'outcomes'", error);
    }

    @Test
    void readOnlyRequestsCannotWrite() {
        String document = "mutation { recordPlace(input: {slug: \"by-get\", name: \"By GET\"}) { revision } }";
        Editor.ANA.request().queryParam("query", document).get("/graphql").then().statusCode(405).header("Allow", "POST");
        Editor.ANA.data(document);
        assertFault("input.slug", "is already used by the place", Editor.ANA.error(document));
    }

    @Test
    void timeoutInTheQueueIsReportedAsNotWritten() throws SQLException {
        String document = "mutation { recordPlace(input: {slug: \"waited-for\", name: \"Waited for\"}, clientMutationId: \"waited\") { revision } }";
        try (Connection other = source.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table write_lock in exclusive mode");
            JsonNode error = Editor.ANA.error(document);
            assertEquals("UNAVAILABLE", code(error));
            assertTrue(error.get("message").asText().startsWith("Nothing was written"), error.toString());
            other.rollback();
        }
        assertEquals("waited-for",
                Editor.ANA.data(document.replace("{ revision }", "{ place { slug } }")).at("/recordPlace/place/slug").asText());
    }
}
