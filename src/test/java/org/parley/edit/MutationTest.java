package org.parley.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
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

/** Editors write as a front-end does: an input, a payload, and where something is wrong all of it at once. */
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
        input.putAll(Map.of("slug", slug, "title", "Talks in Tbilisi", "kind", "NEGOTIATION", "level", "DEPUTY_MINISTERS", "medium",
                "IN_PERSON", "setting", "DEDICATED", "status", "HELD", "date", Map.of("edtf", "2024-06-02"), "place", "brussels"));
        input.putAll(Map.of("summary", "What was talked about.", "outcomes", List.of("One thing.", "Another."), "participations",
                List.of(Map.of("actor", "charles-michel", "roles", List.of("HOST", "MEDIATOR"), "office",
                        "President of the European Council"), Map.of("actor", "armenia", "roles", List.of("PARTY"))),
                "attestations",
                List.of(Map.of("source", "russia-stresses-its-red-lines", "locator", "paragraph 3", "voice", "DOCUMENT_FACT"))));
        return input;
    }

    /** Records a meeting of that slug, and gives its revision. */
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

    /** Path and message of each fault. */
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

    @Test
    void aMeetingIsRecordedAndFoundByEveryQuery() {
        String before = Editor.NOBODY.data("{ dataset { revision } meetings(filter: {hosts: [\"european-union\"]}) { totalCount } }")
                .at("/meetings/totalCount").asText();
        JsonNode payload = Editor.ANA.data("mutation ($input: MeetingInput!, $why: String) {"
                + " recordMeeting(input: $input, why: $why, clientMutationId: \"first\") { clientMutationId revision change { act editor why slug } meeting { revision id slug title"
                + " date { label } place { name } hosts { name } mediators { name } leaders { name }"
                + " participations { role actor { name } onBehalfOf { slug } office { title } } attestations { locator source { slug } } } } }",
                Map.of("input", meeting("tbilisi-2024-06-02"), "why", "Reported last night.")).get("recordMeeting");
        assertEquals("first", payload.get("clientMutationId").asText());
        assertEquals("RECORDED ana Reported last night. tbilisi-2024-06-02",
                payload.at("/change/act").asText() + " " + payload.at("/change/editor").asText() + " " + payload.at("/change/why").asText()
                        + " " + payload.at("/change/slug").asText());
        assertEquals(payload.get("revision"), payload.at("/meeting/revision"));
        assertEquals("2 June 2024", payload.at("/meeting/date/label").asText());
        assertEquals("Brussels", payload.at("/meeting/place/name").asText());
        assertEquals("Charles Michel", payload.at("/meeting/hosts/0/name").asText());
        assertEquals("Charles Michel", payload.at("/meeting/leaders/0/name").asText());
        assertEquals("european-council", payload.at("/meeting/participations/0/onBehalfOf/slug").asText());
        assertEquals("paragraph 3", payload.at("/meeting/attestations/0/locator").asText());
        JsonNode after = Editor.NOBODY.data("{ dataset { revision } meeting(slug: \"tbilisi-2024-06-02\") { title }"
                + " meetings(filter: {hosts: [\"european-union\"]}) { totalCount } search(text: \"Talks in Tbilisi\") { nodes { __typename } } }");
        assertEquals(payload.get("revision"), after.at("/dataset/revision"));
        assertEquals("Talks in Tbilisi", after.at("/meeting/title").asText());
        assertEquals("Meeting", after.at("/search/nodes/0/__typename").asText());
        assertNotEquals(before,
                Editor.NOBODY.data("{ dataset { revision } meetings(filter: {hosts: [\"european-union\"]}) { totalCount } }")
                        .at("/meetings/totalCount").asText(),
                "a kept answer was given from before the write");
    }

    /** In an order in which each refers to those before. */
    private static final String[][] KINDS = {{"Actor", "new-actor",
            "slug: \"new-actor\", name: \"A new actor\", kind: PERSON, offices: [{title: \"Envoy\", of: \"armenia\", rank: OTHER}], "
                    + ATTESTED,
            "description: \"Of whom little is known.\"", "description", "Of whom little is known."},
            {"Place", "new-place", "slug: \"new-place\", name: \"A new place\", country: \"armenia\"", "name: \"A newer place\"", "name",
                    "A newer place"},
            {"Issue", "new-issue", "slug: \"new-issue\", name: \"A new issue\", broader: \"peace-treaty\", " + ATTESTED,
                    "description: \"Another.\"", "description", "Another."},
            {"Track", "new-track",
                    "slug: \"new-track\", name: \"A new track\", leads: [\"new-actor\"], period: {from: {edtf: \"2024\"}}, " + ATTESTED,
                    "description: \"Another.\"", "description", "Another."},
            {"Source", "new-source",
                    "slug: \"new-source\", title: \"A new source\", published: {edtf: \"XXXX-05\", reading: \"2024-05\"},"
                            + " kind: NEWS, language: \"en\", paragraphs: 3, footnotes: 0, authors: [\"new-actor\"]",
                    "title: \"Another title\"", "title", "Another title"},
            {"Meeting", "new-meeting", "slug: \"new-meeting\", title: \"A new meeting\", kind: CALL, level: UNSPECIFIED, medium: PHONE,"
                    + " setting: UNSPECIFIED, status: HELD, date: {edtf: \"2024-05\"}, place: \"new-place\", track: \"new-track\","
                    + " issues: [\"new-issue\"], participations: [{actor: \"new-actor\", roles: [PARTY], office: \"Envoy\"}], " + ATTESTED,
                    "summary: \"Another.\"", "summary", "Another."},
            {"Statement", "new-statement",
                    "slug: \"new-statement\", speakers: [\"new-actor\"], date: {edtf: \"2024-05-01\"}, form: REMARKS,"
                            + " summary: \"Something was said.\", meeting: \"new-meeting\","
                            + " references: [{relation: ANNOUNCES, meeting: \"new-meeting\"}],"
                            + " points: [{issue: \"new-issue\", stance: SUPPORTS, summary: \"It is a point.\", voice: QUOTED_ACTOR, "
                            + ATTESTED + "}], " + ATTESTED,
                    "summary: \"Another.\"", "summary", "Another."},
            {"Position", "new-position",
                    "slug: \"new-position\", actor: \"new-actor\", issue: \"new-issue\", stance: REJECTS,"
                            + " date: {edtf: \"2024\", inferred: true}, summary: \"It is held.\", voice: AUTHOR_OPINION, " + ATTESTED,
                    "summary: \"Another.\"", "summary", "Another."},
            {"Agreement", "new-agreement",
                    "slug: \"new-agreement\", title: \"A new agreement\", kind: PROCEDURE, status: AGREED,"
                            + " date: {edtf: \"2024-05-02\"}, meeting: \"new-meeting\", parties: [\"armenia\"],"
                            + " signatories: [{actor: \"new-actor\", office: \"Envoy\"}],"
                            + " provisions: [{number: 1, summary: \"It lays down.\", issue: \"new-issue\", " + ATTESTED + "}], " + ATTESTED,
                    "summary: \"Another.\"", "summary", "Another."},
            {"Event", "new-event",
                    "slug: \"new-event\", title: \"A new event\", kind: RALLY, date: {edtf: \"2024-05-03\"}, place: \"new-place\","
                            + " actors: [\"new-actor\"], issues: [\"new-issue\"], alleged: true, " + ATTESTED,
                    "summary: \"Another.\"", "summary", "Another."},
            {"Figure", "new-figure",
                    "slug: \"new-figure\", measure: \"people at the rally\", printed: \"about 2000\", value: 2000, unit: \"people\","
                            + " by: \"new-actor\", of: [\"new-actor\"], " + ATTESTED,
                    "unit: \"persons\"", "unit", "persons"}};

    @Test
    void eachKindIsRecordedAmendedAndRetracted() {
        Map<String, String> revisions = new HashMap<>();
        for (String[] kind : KINDS) {
            String field = Character.toLowerCase(kind[0].charAt(0)) + kind[0].substring(1);
            JsonNode recorded = Editor.ANA
                    .data("mutation { record" + kind[0] + "(input: {" + kind[2] + "}) { revision " + field + " { slug } } }")
                    .get("record" + kind[0]);
            assertEquals(kind[1], recorded.at("/" + field + "/slug").asText());
            JsonNode amended = Editor.BEN.data("mutation { amend" + kind[0] + "(slug: \"" + kind[1] + "\", revision: "
                    + recorded.get("revision") + ", input: {" + kind[3] + "}) { revision " + field + " { slug " + kind[4] + " } } }")
                    .get("amend" + kind[0]);
            assertEquals(kind[5], amended.at("/" + field + "/" + kind[4]).asText());
            assertTrue(amended.get("revision").asLong() > recorded.get("revision").asLong());
            revisions.put(kind[0], amended.get("revision").asText());
        }
        assertFault("slug", "'new-meeting' refers to the actor 'new-actor'",
                Editor.CURATOR.error(retract("Actor", "new-actor", revisions.get("Actor"))));
        for (int i = KINDS.length - 1; i >= 0; i--) {
            JsonNode retracted = Editor.CURATOR.data(retract(KINDS[i][0], KINDS[i][1], revisions.get(KINDS[i][0])))
                    .get("retract" + KINDS[i][0]);
            assertEquals(KINDS[i][1], retracted.get("slug").asText());
        }
        JsonNode gone = Editor.NOBODY.data("{ actor(slug: \"new-actor\") { slug } meeting(slug: \"new-meeting\") { slug }"
                + " statement(slug: \"new-statement\") { slug } search(text: \"rally new event\") { nodes { ... on Event { slug } } } }");
        assertTrue(gone.get("actor").isNull() && gone.get("meeting").isNull() && gone.get("statement").isNull(), gone.toString());
        assertFalse(gone.toString().contains("new-event"), gone.toString());
    }

    private static String retract(String kind, String slug, String seen) {
        return "mutation { retract" + kind + "(slug: \"" + slug + "\", revision: \"" + seen + "\", why: \"It was a mistake.\")"
                + " { slug revision } }";
    }

    @Test
    void everyFaultIsToldAtOnceWithItsPath() {
        Map<String, Object> input = meeting("faulty");
        input.put("date", Map.of("edtf", "2024-13-45"));
        input.put("track", "no-such-track");
        input.put("participations", List.of(Map.of("actor", "charles-michel", "roles", List.of("PARTY"), "office", "Prime Minister"),
                Map.of("actor", "ilham-aliev", "roles", List.of("PARTY"))));
        input.put("attestations", List.of(Map.of("source", "russia-stresses-its-red-lines", "locator", "paragraph 99", "voice", "HEARSAY",
                "fragment", "one two three four five six seven eight nine ten eleven twelve thirteen")));
        JsonNode error = Editor.ANA.error("mutation ($input: MeetingInput!) { recordMeeting(input: $input) { revision } }",
                Map.of("input", input));
        assertFault("input.date.edtf", "", error);
        assertFault("input.track", "there is no track 'no-such-track'", error);
        assertFault("input.participations[0].office", "write President of the European Council", error);
        assertFault("input.participations[1].actor", "there is no actor 'ilham-aliev'; write ilham-aliyev, or record it first", error);
        assertFault("input.attestations[0].locator", "has only 11 paragraphs", error);
        assertFault("input.attestations[0].fragment", "quotes 13 words", error);
        assertEquals("/recordMeeting", "/" + error.at("/path/0").asText());
        assertTrue(Editor.NOBODY.data("{ meeting(slug: \"faulty\") { slug } }").get("meeting").isNull());
    }

    @Test
    void noRecordIsWithoutAnAttestation() {
        Map<String, Object> input = meeting("unattested");
        input.put("attestations", List.of());
        assertFault("input", "'attestations' is missing",
                Editor.ANA.error("mutation ($input: MeetingInput!) { recordMeeting(input: $input) { revision } }", Map.of("input", input)));
        String seen = record("attested");
        assertFault("input", "'attestations' is missing", amendError("attested", seen, Map.of("attestations", List.of())));
    }

    @Test
    void aTextThatNoDatabaseHoldsIsRefused() {
        Map<String, Object> input = meeting("with-null");
        input.put("title", "one\0two");
        assertFault("input.title", "U+0000",
                Editor.ANA.error("mutation ($input: MeetingInput!) { recordMeeting(input: $input) { revision } }", Map.of("input", input)));
    }

    @Test
    void aSlugThatIsTakenIsRefused() {
        assertFault("input.slug", "already names the meeting in the record",
                Editor.ANA.error("mutation ($input: MeetingInput!) { recordMeeting(input: $input) { revision } }",
                        Map.of("input", meeting("brussels-2023-07-15"))));
    }

    @Test
    void whatIsLeftOutStaysNullTakesAwayAndAListIsReplaced() {
        String seen = record("amended");
        Map<String, Object> input = new HashMap<>();
        input.put("summary", null);
        input.put("place", null);
        input.put("outcomes", List.of("A third."));
        JsonNode amended = amend("amended", seen, input).get("meeting");
        assertTrue(amended.get("summary").isNull() && amended.get("place").isNull(), amended.toString());
        assertEquals("[\"A third.\"]", amended.get("outcomes").toString());
        assertEquals("Talks in Tbilisi", amended.get("title").asText());
        assertEquals(3, amended.get("participations").size());
        assertEquals(1, amended.get("attestations").size());
    }

    @Test
    void whatIsRequiredIsNotTakenAway() {
        String seen = record("required");
        Map<String, Object> input = new HashMap<>();
        input.put("title", null);
        assertFault("input", "'title' is missing", amendError("required", seen, input));
    }

    @Test
    void nothingToChangeMakesNoRevision() {
        String seen = record("unchanged");
        assertEquals(seen, amend("unchanged", seen, Map.of("title", "Talks in Tbilisi", "date", Map.of("edtf", "2024-06-02")))
                .get("revision").asText());
    }

    @Test
    void anEditorWhoHasSeenAnOlderRevisionIsToldWhatHasChanged() {
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
    void aRecordThatThereIsNotIsNamed() {
        assertFault("slug", "there is no meeting 'brussels-2023-07-16' of its own; send brussels-2023-07-1",
                amendError("brussels-2023-07-16", "1", Map.of("title", "x")));
        assertFault("revision", "is no revision", amendError("brussels-2023-07-15", "yesterday", Map.of("title", "x")));
    }

    @Test
    void aPointIsAmendedWithItsStatement() {
        assertFault("slug", "it is a point of the statement", Editor.ANA.error("mutation { amendPosition(slug: \"" + pointOfAStatement()
                + "\", revision: \"1\", input: {summary: \"x\"}) { revision } }"));
    }

    @Test
    void anAmendedPointMakesARevisionOfItsStatement() {
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
    void aMeetingIsNoPartOfItself() {
        String outer = record("outer");
        String inner = record("inner");
        amend("inner", inner, Map.of("partOf", "outer"));
        assertFault("input.partOf", "goes round in a circle", amendError("outer", outer, Map.of("partOf", "inner")));
        assertFault("input.partOf", "goes round in a circle", amendError("outer", outer, Map.of("partOf", "outer")));
    }

    @Test
    void anOfficeInUseStays() {
        String seen = Editor.ANA
                .data("mutation { recordActor(input: {slug: \"bearer\", name: \"A bearer\", kind: PERSON,"
                        + " offices: [{title: \"Envoy\", of: \"armenia\", rank: OTHER}], " + ATTESTED + "}) { revision } }")
                .findValue("revision").asText();
        Map<String, Object> input = meeting("borne");
        input.put("participations", List.of(Map.of("actor", "bearer", "roles", List.of("PARTY"), "office", "Envoy")));
        Editor.ANA.data("mutation ($input: MeetingInput!) { recordMeeting(input: $input) { revision } }", Map.of("input", input));
        JsonNode error = Editor.ANA.error("mutation { amendActor(slug: \"bearer\", revision: \"" + seen
                + "\", input: {offices: [{title: \"Minister\", of: \"armenia\", rank: MINISTER}]}) { revision } }");
        assertFault("input.offices", "the meeting 'borne' names the office 'bearer: Envoy'", error);
    }

    @Test
    void aSourceKeepsTheParagraphsThatAreAttested() {
        String seen = Editor.ANA.data("mutation { recordSource(input: {slug: \"counted\", title: \"Counted\", published: {edtf: \"2024\"},"
                + " kind: NEWS, language: \"en\", paragraphs: 9, footnotes: 0}) { revision } }").findValue("revision").asText();
        Map<String, Object> input = meeting("in-the-ninth");
        input.put("attestations", List.of(Map.of("source", "counted", "locator", "paragraph 9", "voice", "HEARSAY")));
        Editor.ANA.data("mutation ($input: MeetingInput!) { recordMeeting(input: $input) { revision } }", Map.of("input", input));
        assertFault("input.paragraphs", "the meeting 'in-the-ninth' is attested at paragraph 9", Editor.ANA
                .error("mutation { amendSource(slug: \"counted\", revision: \"" + seen + "\", input: {paragraphs: 8}) { revision } }"));
    }

    @Test
    void aChangeThatIsSentAgainIsMadeOnce() {
        String document = "mutation ($input: MeetingInput!, $why: String) {"
                + " recordMeeting(input: $input, why: $why, clientMutationId: \"again\") { revision clientMutationId meeting { slug } } }";
        JsonNode first = Editor.ANA.data(document, Map.of("input", meeting("once")));
        assertEquals(first, Editor.ANA.data(document, Map.of("input", meeting("once"))));
        assertFault("clientMutationId", "names another change", Editor.ANA.error(document, Map.of("input", meeting("twice"))));
        assertFault("clientMutationId", "names another change",
                Editor.ANA.error(document, Map.of("input", meeting("once"), "why", "another reason")));
        assertFault("input.slug", "already names", Editor.BEN.error(document, Map.of("input", meeting("once"))));
        assertTrue(Editor.NOBODY.data("{ meeting(slug: \"twice\") { slug } }").get("meeting").isNull());
    }

    @Test
    void mutationsOfOneDocumentAreMadeInOrderEachForItself() {
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

    @Test
    void sourcesDisagreeAndACuratorResolvesIt() {
        String seen = record("disputed");
        String discrepancies = " discrepancies { field shown rule note values { value } } date { label edtf } attestations { locator } ";
        JsonNode attested = Editor.BEN.data("mutation { attest(type: MEETING, slug: \"disputed\", attestations: ["
                + "{source: \"russia-stresses-its-red-lines\", locator: \"paragraph 3\", voice: DOCUMENT_FACT, field: \"date\", value: \"June 2\", reads: \"2024-06-02\"},"
                + "{source: \"russia-main-obstacle-in-negotiations\", locator: \"paragraph 4\", voice: HEARSAY, field: \"date\", value: \"June 3\", reads: \"2024-06-03\"}])"
                + " { revision record { ... on Meeting {" + discrepancies + "} } } }").get("attest");
        assertEquals(3, attested.at("/record/attestations").size());
        assertEquals("2024-06-02", attested.at("/record/discrepancies/0/shown").asText());
        assertTrue(attested.get("revision").asLong() > Long.parseLong(seen));
        String resolve = "mutation ($value: String!) { resolve(type: MEETING, slug: \"disputed\", field: \"date\", value: $value,"
                + " note: \"The later report had seen the first.\") { record { ... on Meeting {" + discrepancies + "} } } }";
        assertEquals("FORBIDDEN", code(Editor.BEN.error(resolve, Map.of("value", "June 3"))));
        assertFault("value", "send one of 2024-06-02, 2024-06-03", Editor.CURATOR.error(resolve, Map.of("value", "June 4")));
        JsonNode resolved = Editor.CURATOR.data(resolve, Map.of("value", "June 3")).at("/resolve/record");
        assertEquals("3 June 2024", resolved.at("/date/label").asText());
        assertEquals("2024-06-03", resolved.at("/discrepancies/0/shown").asText());
        assertEquals("EDITOR", resolved.at("/discrepancies/0/rule").asText());
        assertEquals("The later report had seen the first.", resolved.at("/discrepancies/0/note").asText());
    }

    private static Map<String, Object> attested(String paragraph, String value, String reads) {
        return Map.of("source", "russia-stresses-its-red-lines", "locator", paragraph, "voice", "HEARSAY", "field", "date", "value", value,
                "reads", reads);
    }

    @Test
    void anEditorDoesNotUndoWhatACuratorResolved() {
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
    void aStatementThatNamesAnotherAndWhatThatAnswersIsAttested() {
        for (String slug : List.of("levon-ter-petrosyan-comment-2020-10-31", "andrey-rudenko-remarks-2023-07-17")) {
            JsonNode attested = Editor.ANA.data("mutation { attest(type: STATEMENT, slug: \"" + slug + "\", " + ATTESTED
                    + ") { record { ... on Statement { attestations { source { slug } locator } } } } }");
            assertTrue(attested.findValue("attestations").toString().contains(
                    "{\"source\":{\"slug\":\"russia-stresses-its-red-lines\"},\"locator\":\"paragraph 2\"}"), attested.toString());
        }
    }

    @Test
    void aMisspeltSlugBesideTheRightOneIsTheOnlyFault() {
        String seen = record("beside");
        List<Map<String, Object>> participations = new ArrayList<>();
        for (String actor : List.of("charles-michel", "armenia", "armenai")) {
            participations.add(Map.of("actor", actor, "roles", List.of("PARTY")));
        }
        JsonNode error = amendError("beside", seen, Map.of("participations", participations));
        assertFault("input.participations[2].actor", "there is no actor 'armenai'; write armenia", error);
        assertEquals(1, faults(error).size(), error.toString());
        error = amendError("beside", seen, Map.of("partOf", "besides"));
        assertFault("input.partOf", "there is no meeting 'besides'", error);
        assertEquals(1, faults(error).size(), error.toString());
    }

    @Test
    void aReasonThatIsBlankIsNone() {
        String seen = record("reasoned");
        for (String blank : List.of("", "   ")) {
            assertFault("why", "is blank", Editor.CURATOR.error(retract("Meeting", "reasoned", seen).replace("It was a mistake.", blank)));
            assertFault("note", "is blank", Editor.CURATOR.error("mutation { resolve(type: MEETING, slug: \"reasoned\", field: \"date\","
                    + " value: \"2024-06-02\", note: \"" + blank + "\") { revision } }"));
        }
        assertEquals(seen, Editor.NOBODY.data("{ meeting(slug: \"reasoned\") { revision } }").findValue("revision").asText());
    }

    @Test
    void aFaultOfTheServiceBeforeTheCommitIsToldAsNotWritten() throws SQLException {
        String document = "mutation { recordPlace(input: {slug: \"not-noted\", name: \"Not noted\"}, clientMutationId: \"not-noted\") { revision } }";
        try (Connection other = source.getConnection()) {
            other.createStatement().execute("alter table mutation add constraint none_noted check (id <> 'not-noted')");
            try {
                JsonNode error = Editor.ANA.error(document);
                assertEquals("INTERNAL", code(error));
                assertTrue(error.get("message").asText().startsWith("nothing was written"), error.toString());
                assertFalse(error.at("/extensions/id").asText().isEmpty(), error.toString());
            } finally {
                other.createStatement().execute("alter table mutation drop constraint none_noted");
            }
        }
        assertEquals("not-noted",
                Editor.ANA.data(document.replace("{ revision }", "{ place { slug } }")).at("/recordPlace/place/slug").asText());
    }

    @Test
    void aResolutionFindsTheRecordThatGoesByTheName() {
        record("placed");
        Editor.ANA.data("mutation { attest(type: MEETING, slug: \"placed\", attestations: ["
                + "{source: \"russia-stresses-its-red-lines\", locator: \"paragraph 3\", voice: HEARSAY, field: \"place\", value: \"Moscow\"},"
                + "{source: \"russia-stresses-its-red-lines\", locator: \"paragraph 3\", voice: HEARSAY, field: \"track\", value: \"Brussels Talks\"},"
                + "{source: \"russia-stresses-its-red-lines\", locator: \"paragraph 4\", voice: HEARSAY, field: \"hosts\", value: \"Russia\"}])"
                + " { revision } }");
        JsonNode resolved = Editor.CURATOR
                .data("mutation { resolve(type: MEETING, slug: \"placed\", field: \"place\", value: \"Moscow\","
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
    void aFaultOfAnAttestationIsToldAtItsPlaceInTheArgument() {
        JsonNode error = Editor.ANA.error("mutation { attest(type: MEETING, slug: \"brussels-2023-07-15\", attestations: ["
                + "{source: \"russia-stresses-its-red-lines\", locator: \"paragraph 7\", voice: HEARSAY},"
                + "{source: \"no-such-source\", locator: \"somewhere\", voice: HEARSAY, field: \"dates\", value: \"x\"}]) { revision } }");
        assertFault("attestations[1].source", "there is no source 'no-such-source'", error);
        assertFault("attestations[1].locator", "does not have the right form", error);
        assertFault("attestations[1].field", "write date", error);
        assertFault("type", "a source has no attestations",
                Editor.ANA.error("mutation { attest(type: SOURCE, slug: \"russia-stresses-its-red-lines\", attestations: ["
                        + "{source: \"russia-stresses-its-red-lines\", locator: \"paragraph 7\", voice: HEARSAY}]) { revision } }"));
    }

    @Test
    void whatMayOnlyReadDoesNotWrite() {
        String document = "mutation { recordPlace(input: {slug: \"by-get\", name: \"By GET\"}) { revision } }";
        Editor.ANA.request().queryParam("query", document).get("/graphql").then().statusCode(405).header("Allow", "POST");
        Editor.ANA.data(document);
        assertFault("input.slug", "already names the place", Editor.ANA.error(document));
    }

    @Test
    void whoWaitsTooLongForOthersIsToldThatNothingWasWritten() throws SQLException {
        String document = "mutation { recordPlace(input: {slug: \"waited-for\", name: \"Waited for\"}, clientMutationId: \"waited\") { revision } }";
        try (Connection other = source.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table write_lock in exclusive mode");
            JsonNode error = Editor.ANA.error(document);
            assertEquals("UNAVAILABLE", code(error));
            assertTrue(error.get("message").asText().startsWith("nothing was written"), error.toString());
            other.rollback();
        }
        assertEquals("waited-for",
                Editor.ANA.data(document.replace("{ revision }", "{ place { slug } }")).at("/recordPlace/place/slug").asText());
    }
}
