package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.language.Field;
import graphql.language.Node;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages and descriptions state of records of each form. */
class RecordViewsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATE = "'date': {'label': '2 June 2024', 'edtf': '2024-06-02', 'inferred': false}";

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text.replace('\'', '"'));
    }

    private static JsonNode entity(String record) throws IOException {
        return JSON.readTree(JsonLd.of(json(record), "https://parley.example.org/", "A test.")).get("mainEntity");
    }

    private static String meeting(String status, String more) {
        return "{'__typename': 'Meeting', 'slug': 'talks', 'label': 'Talks', 'status': '" + status + "', " + DATE + more + "}";
    }

    private static String participation(String role, boolean inferred) {
        return ", 'participations': [{'role': '" + role + "', 'inferred': " + inferred
                + ", 'actor': {'__typename': 'Actor', 'slug': 'a', 'label': 'A', 'kind': 'STATE'}}]";
    }

    /** Nothing that a page asks for is left out of all that it shows. */
    @Test
    void everySelectedFieldIsShown() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/parley/web"))) {
            for (Path file : files.toList()) {
                code.append(Files.readString(file));
            }
        }
        Set<String> selected = new TreeSet<>();
        collect(new Parser().parseDocument(Documents.text()), selected);
        assertTrue(selected.size() > 50, selected.toString());
        selected.removeIf(name -> Pattern.compile("[\"/]" + name + "[\"/]").matcher(code).find());
        assertEquals(Set.of(), selected);
    }

    private static void collect(Node<?> node, Set<String> names) {
        if (node instanceof Field field) {
            names.add(field.getResultKey());
        }
        node.getChildren().forEach(child -> collect(child, names));
    }

    @ParameterizedTest
    @CsvSource({"HELD, true, true", "ONGOING, true, true", "CANCELLED, true, false", "ANNOUNCED, false, false", "DECLINED, false, false",
            "PROPOSED, false, false", "REQUESTED, false, false"})
    void onlyAMeetingThatTookPlaceHasAttendees(String status, boolean dated, boolean attended) throws IOException {
        JsonNode entity = entity(meeting(status, participation("PARTY", false)));
        assertEquals(dated, entity.has("startDate"), entity.toString());
        assertEquals(attended, entity.has("attendee"), entity.toString());
        assertEquals(status.equals("CANCELLED"), entity.has("eventStatus"));
    }

    @ParameterizedTest
    @CsvSource({"PARTY, attendee", "OBSERVER, attendee", "HOST, organizer", "MEDIATOR, organizer", "INVITED,", "DEPOSITARY,", "VERIFIER,",
            "SUPPORTER,", "GUARANTOR,"})
    void onlyRolesThatAttendAreAttendees(String role, String property) throws IOException {
        JsonNode entity = entity(meeting("HELD", participation(role, false)));
        for (String each : List.of("attendee", "organizer")) {
            assertEquals(each.equals(property), entity.has(each), entity.toString());
        }
        JsonNode inferred = entity(meeting("HELD", participation(role, true)));
        assertFalse(inferred.has("attendee") || inferred.has("organizer"), inferred.toString());
    }

    @Test
    void anInferredDateIsNotStated() throws IOException {
        String meeting = meeting("HELD", "").replace("'inferred': false", "'inferred': true");
        assertFalse(entity(meeting).has("startDate"));
        assertTrue(RecordPages.description(new RecordViews(null).of(json(meeting))).contains("2 June 2024 (inferred)"));
    }

    @Test
    void onlyConstantsAreWrittenSmall() throws IOException {
        RecordView view = new RecordViews(null).of(
                json("{'__typename': 'Actor', 'slug': 'osce', 'label': 'OSCE', 'kind': 'ORGANIZATION', 'aliases': ['OSCE', 'UNESCO_X']}"));
        assertEquals(List.of("organization"), texts(view, "Kind"));
        assertEquals(List.of("OSCE", "UNESCO_X"), texts(view, "Also called"));
    }

    private static List<String> texts(RecordView view, String fact) {
        return view.facts().stream().filter(each -> each.name().equals(fact)).flatMap(each -> each.values().stream())
                .map(RecordView.Link::text).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "none", value = {"null; none", "{'from': null, 'to': null}; none",
            "{'from': {'label': '2020', 'inferred': true}, 'to': null}; 2020 (inferred) – …"})
    void aPeriodWithoutEndsIsNotShown(String period, String shown) throws IOException {
        String holder = "{'__typename': 'Actor', 'slug': 'a', 'label': 'A'}";
        RecordView view = new RecordViews(null)
                .of(json("{'__typename': 'Actor', 'slug': 'b', 'label': 'B', 'offices': [{'title': 'Chair', 'holder': " + holder
                        + ", 'period': " + period + "}], 'period': " + period + "}"));
        RecordView.Moment moment = view.sections().get(0).rows().get(0).date();
        assertEquals(shown, moment == null ? null : moment.label());
        assertEquals(shown == null ? List.of() : List.of(shown), texts(view, "Period"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "login.example.org", "ftp://login.example.org", "https://login.example.org; script-src *",
            "https://login.example.org/ https://x"})
    void aWrongIssuerIsRejected(String issuer) {
        assertThrows(IllegalArgumentException.class, () -> Site.origins(issuer, List.of()));
        assertThrows(IllegalArgumentException.class, () -> Site.origins("https://login.example.org", List.of(issuer)));
    }

    @Test
    void theOriginsOfSigningInAreAllowed() {
        assertEquals("https://login.example.org https://token.example.org:8443", Site.origins("https://login.example.org/realms/parley",
                List.of("https://token.example.org:8443", "https://login.example.org")));
    }
}
