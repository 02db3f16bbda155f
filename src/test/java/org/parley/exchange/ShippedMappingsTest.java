package org.parley.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.entry.FaultyDataException;
import org.parley.record.Kind;

/** Tests the mappings for tables of meetings and for Popolo. */
class ShippedMappingsTest {

    private static final Path MEETINGS = Path.of("mappings/meetings.yaml");
    private static final Path POPOLO = Path.of("mappings/popolo.yaml");

    @TempDir
    Path temporary;

    private ImportFolder folder;

    @BeforeEach
    void makeAFolder() throws IOException {
        folder = new ImportFolder(temporary.resolve("data"));
        Files.createDirectories(folder.file("actors"));
        Files.writeString(folder.file("actors/a.yaml"), """
                - {slug: utopia, name: Utopia, kind: STATE, attestations: [{source: first, locator: title, voice: DOCUMENT_FACT}]}
                - {slug: ana-berg, name: Ana Berg, kind: PERSON, attestations: [{source: first, locator: title, voice: DOCUMENT_FACT}]}
                """);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(temporary.resolve(name), text);
    }

    @Test
    void tableOfMeetingsHasRolesAndLists() throws IOException {
        folder.load(MEETINGS, write("t.csv", """
                title,date,kind,status,hosts,mediators,parties,outcomes,attendancePrinted,ordinal,locator
                '=Talks,2023-10,SUMMIT,HELD,Ana Berg,ana-berg,utopia; Ana Berg,First;'-second,20 people,2,title
                """), "first");
        JsonNode meeting = folder.entries(Kind.MEETING).get(0);
        assertEquals(List.of("=Talks", "2023-10", "[\"First\",\"-second\"]", "{\"printed\":\"20 people\"}", "2", "UNSPECIFIED"),
                List.of(meeting.path("title").asText(), meeting.path("date").asText(), meeting.path("outcomes").toString(),
                        meeting.path("attendance").toString(), meeting.path("ordinal").asText(), meeting.path("level").asText()));
        assertEquals("[{\"actor\":\"ana-berg\",\"roles\":[\"HOST\",\"MEDIATOR\",\"PARTY\"]},{\"actor\":\"utopia\",\"roles\":[\"PARTY\"]}]",
                meeting.path("participations").toString());
        assertEquals("title", meeting.at("/attestations/0/locator").asText());
    }

    /** What was inferred is no statement of the source. */
    @ParameterizedTest
    @CsvSource({"2023-10,2023-10-05,true,'{\"edtf\":\"2023-10\",\"reading\":\"2023-10-05\"}'",
            "2023-10-05,,true,'{\"edtf\":\"2023-10-05\",\"inferred\":true}'", "2023-10-05,,false,'\"2023-10-05\"'", "2023,,,2023"})
    void inferredDatesStayInferred(String date, String reading, String inferred, String expected) throws IOException {
        Path table = write("t.csv", "slug,title,date,dateReading,dateInferred,kind,status,parties\ntalks,Talks," + date + ","
                + (reading == null ? "" : reading) + "," + (inferred == null ? "" : inferred) + ",SUMMIT,HELD,utopia; ana-berg\n");
        folder.load(MEETINGS, table, "first");
        JsonNode meeting = folder.entries(Kind.MEETING).get(0);
        assertEquals(expected, meeting.path("date").toString());
        JsonNode attested = StreamSupport.stream(meeting.path("attestations").spliterator(), false)
                .filter(attestation -> attestation.path("field").asText().equals("date")).findFirst().orElseThrow();
        assertEquals(date, attested.path("value").asText());
        assertFalse(attested.has("reads"), attested::toString);
        folder.load(MEETINGS, table, "other");
        JsonNode again = folder.entries(Kind.MEETING).get(0);
        assertEquals(meeting.<ObjectNode> deepCopy().without("attestations"), again.<ObjectNode> deepCopy().without("attestations"));
        assertTrue(ImportFolder.discrepancies(again).isEmpty(), again::toString);
    }

    @Test
    void readingWithoutADateIsAFault() throws IOException {
        Path table = write("t.csv", "title,date,dateReading,kind,status,parties\nTalks,,2023-10-05,SUMMIT,HELD,utopia\n");
        String message = assertThrows(FaultyDataException.class, () -> folder.load(MEETINGS, table, "first")).getMessage();
        assertTrue(message.contains("has a reading, but no date"), message);
    }

    @Test
    void faultsNameTheCells() throws IOException {
        Path file = write("t.csv", """
                title,date,kind,status,parties,hots
                No day,2023-13-45,SUMMIT,HELD,utopia,
                No kind,2023-10-05,sumit,HELD,utopia,
                Nobody,2023-10-05,SUMMIT,HELD,Utopja,
                """);
        String message = assertThrows(FaultyDataException.class, () -> folder.load(MEETINGS, file, "first")).getMessage();
        for (String part : List.of("t.csv:2: date", "t.csv:3: kind", "there is no actor 'Utopja'; write Utopia")) {
            assertTrue(message.contains(part), message);
        }
    }

    /** Organizations of each kind, posts, labels, memberships, and names that only look like those of the data set. */
    @Test
    void popoloHasOfficesPostsAndWholes() throws IOException {
        String report = folder.load(POPOLO,
                write("p.json",
                        """
                                {"organizations": [{"id": "s", "name": "Utopia", "classification": "Country"},
                                   {"id": "a", "name": "Assembly", "classification": "legislature", "parent_id": "s", "abstract": "Its chamber."},
                                   {"id": "c", "name": "Chess Club", "classification": "guild"}],
                                 "posts": [{"id": "t", "label": "Member of Parliament", "organization_id": "a"}],
                                 "persons": [{"id": "1", "name": "Bo Falk", "summary": "A member.", "other_names": [{"name": "B. Falk"}, {"name": "Bo Falk"}],
                                   "links": [{"url": "example.org/bo falk"}, {"url": "//example.org"}, {"url": "example.org:8080/a"}, {"url": "http://example.org/b"}], "image": "https://example.org/bo.png"},
                                   {"id": "2", "name": "Cy Bo"}, {"id": "3", "name": "Cy Bo"}],
                                 "memberships": [{"person_id": "1", "post_id": "t", "start_date": "2010-03"},
                                   {"person_id": "1", "organization_id": "s", "role": "President", "start_date": "2001", "end_date": "2005"},
                                   {"person_id": "1", "organization_id": "s", "role": "President", "start_date": "2008"},
                                   {"person_id": "1", "organization_id": "c", "role": "President"},
                                   {"person_id": "2", "organization_id": "s", "role": "Minister of Foreign Affairs", "label": "Minister for Foreign Affairs"}]}
                                """),
                "other");
        assertTrue(report.contains("  1 held back: judge the 1 undecided in "), report + "the second person of one name");
        List<JsonNode> actors = folder.entries(Kind.ACTOR);
        assertEquals(
                List.of("utopia STATE ", "ana-berg PERSON ", "assembly BODY utopia", "chess-club ORGANIZATION ", "bo-falk PERSON ",
                        "cy-bo PERSON "),
                actors.stream().map(
                        actor -> String.join(" ", actor.path("slug").asText(), actor.path("kind").asText(), actor.path("partOf").asText()))
                        .toList());
        JsonNode bo = actors.get(4);
        assertEquals(List.of("Member of Parliament assembly LEGISLATOR 2010-03 ", "President utopia LEADER 2001 2005",
                "President utopia LEADER 2008 ", "President, Chess Club chess-club OTHER  "), offices(bo));
        assertEquals(List.of("[\"B. Falk\"]",
                "[\"https://example.org/bo%20falk\",\"https://example.org\",\"https://example.org:8080/a\",\"http://example.org/b\"]",
                "[\"https://example.org/bo.png\"]"),
                List.of(bo.path("aliases").toString(), bo.path("websites").toString(), bo.path("images").toString()));
        assertEquals(List.of("Minister for Foreign Affairs utopia FOREIGN_MINISTER  "), offices(actors.get(5)));
    }

    /** Terms of which a begin or an end is unknown, memberships without a title, and a leader by the label alone. */
    @Test
    void unknownDaysOfTermsStayUnknown() throws IOException {
        folder.load(POPOLO, write("p.json", """
                {"organizations": [{"id": "s", "name": "Utopia", "classification": "Country"},
                   {"id": "a", "name": "Assembly", "classification": "legislature"}],
                 "persons": [{"id": "1", "name": "Bo Falk"}],
                 "memberships": [{"person_id": "1", "organization_id": "a", "role": "Speaker", "end_date": "2005"},
                   {"person_id": "1", "organization_id": "a", "role": "Speaker", "start_date": "2004", "end_date": "2008"},
                   {"person_id": "1", "organization_id": "s", "label": "President"},
                   {"person_id": "1", "organization_id": "a", "start_date": "2010"}]}
                """), "other");
        List<JsonNode> actors = folder.entries(Kind.ACTOR);
        assertEquals(List.of("Speaker assembly OTHER  2008", "President utopia LEADER  ", "Member assembly OTHER 2010 "),
                offices(actors.get(actors.size() - 1)));
    }

    private static List<String> offices(JsonNode person) {
        return StreamSupport
                .stream(person.path("offices").spliterator(), false).map(office -> String.join(" ", office.path("title").asText(),
                        office.path("of").asText(), office.path("rank").asText(), office.path("from").asText(), office.path("to").asText()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"'[1'", "'{\"persons\": [}'", "'{\"persons\": [], \"persons\": []}'"})
    void fileThatIsNoPopoloIsRejected(String text) throws IOException {
        Path file = write("p.json", text);
        assertThrows(FaultyDataException.class, () -> folder.load(POPOLO, file, "first"));
    }
}
