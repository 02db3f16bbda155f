package org.parley.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.entry.FaultyDataException;
import org.parley.entry.Progress;
import org.parley.exchange.Import;

/** Tests what an import writes to a data set, what it skips, and what it rejects. */
class ImportTest {

    static final Path FOREIGN = Path.of("src/test/resources/exchange");
    static final String SOURCE = "russia-stresses-its-red-lines";

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheRealDataSet() {
        new SeedCopy(folder);
    }

    @Test
    void rowsOfATableBecomeMeetings() throws IOException {
        int before = DataSetFolder.readChecked(folder).size();
        Import talks = Import.meetings(FOREIGN.resolve("talks.csv"), folder, SOURCE, Progress.NONE);
        talks.write();
        assertEquals(Files.readString(FOREIGN.resolve("talks.expected.yaml")), Files.readString(folder.resolve("meetings/talks.yaml")));
        assertEquals(before + 2, DataSetFolder.readChecked(folder).size());
        assertTrue(talks.report().contains("line 5: 'Aliyev and Pashinyan with Michel in Brussels, 15 July 2023' is brussels-2023-07-15 at "
                + folder.resolve("meetings/2023.yaml:")), talks.report());
    }

    @Test
    void cellThatADumpGuardedIsReadAsItWas(@TempDir Path elsewhere) throws IOException {
        Path file = elsewhere.resolve("guarded.csv");
        Files.writeString(file, """
                title,date,kind,status,parties,outcomes,locator,summary
                '=Talks,2023-10-05,SUMMIT,HELD,armenia,"'-one;' @two",title,'t Hart spoke
                """);
        Import.meetings(file, folder, SOURCE, Progress.NONE).write();
        JsonNode meeting = new YAMLMapper().readTree(folder.resolve("meetings/guarded.yaml").toFile()).get(0);
        assertEquals(List.of("=Talks", "-one", "@two", "'t Hart spoke"), List.of(meeting.get("title").asText(),
                meeting.at("/outcomes/0").asText(), meeting.at("/outcomes/1").asText(), meeting.get("summary").asText()));
    }

    @Test
    void popoloBecomesActorsWithOffices() throws IOException {
        int before = DataSetFolder.readChecked(folder).size();
        Import legislature = Import.popolo(FOREIGN.resolve("legislature.json"), folder, SOURCE, "paragraph 2", Progress.NONE);
        legislature.write();
        assertEquals(Files.readString(FOREIGN.resolve("legislature.expected.yaml")),
                Files.readString(folder.resolve("actors/legislature.yaml")));
        assertEquals(before + 5, DataSetFolder.readChecked(folder).size());
        String report = legislature.report();
        assertTrue(report.contains("\n2 already known, unchanged:\n  organizations[3] 'Armenia' is armenia at "), report);
        assertEquals("""
                10 skipped:
                  organizations[2].classification 'guild': imported as ORGANIZATION
                  persons[2]: the name '東京' has no Latin letters for a slug
                  organizations[2].parent_id 'nowhere': not an organization in this file
                  memberships[5]: 'ilham-aliyev' is already known; add to its offices {title: Ambassador, of: utopia, \
                rank: AMBASSADOR, from: 1999}
                  memberships[6]: has no role, so it is not an office
                  memberships[7]: its person is not in this file
                  areas: 1 time
                  memberships.area_id: 1 time
                  persons.birth_date: 2 times
                  persons.gender: 1 time
                """, report.substring(report.indexOf("10 skipped")));
    }

    @Test
    void secondImportFindsNothingNew() throws IOException {
        Import.meetings(FOREIGN.resolve("talks.csv"), folder, SOURCE, Progress.NONE).write();
        Import.popolo(FOREIGN.resolve("legislature.json"), folder, SOURCE, "title", Progress.NONE).write();
        List<String> before = files();
        Import meetings = Import.meetings(FOREIGN.resolve("talks.csv"), folder, SOURCE, Progress.NONE);
        Import actors = Import.popolo(FOREIGN.resolve("legislature.json"), folder, SOURCE, "title", Progress.NONE);
        meetings.write();
        actors.write();
        assertTrue(meetings.report().startsWith("0 new meetings\n3 already known"), meetings.report());
        assertTrue(actors.report().startsWith("0 new actors\n7 already known"), actors.report());
        assertEquals(before, files());
    }

    @Test
    void fileOfTheSameNameIsLeftAlone() throws IOException {
        Path other = folder.resolve("meetings/talks.yaml");
        Files.writeString(other, "# Mine.\n[]\n");
        Import.meetings(FOREIGN.resolve("talks.csv"), folder, SOURCE, Progress.NONE).write();
        assertEquals("# Mine.\n[]\n", Files.readString(other));
        assertEquals(Files.readString(FOREIGN.resolve("talks.expected.yaml")), Files.readString(folder.resolve("meetings/talks-2.yaml")));
    }

    @Test
    void dryRunSaysTheSameAndWritesNothing() throws IOException {
        List<String> before = files();
        String said = Import.meetings(FOREIGN.resolve("talks.csv"), folder, SOURCE, Progress.NONE).report();
        assertTrue(said.startsWith("2 new meetings for " + folder.resolve("meetings/talks.yaml") + ":\n"), said);
        assertEquals(before, files());
    }

    @Test
    void everyFaultOfEveryRowIsToldAtOnce() throws IOException {
        List<String> before = files();
        List<String> wanted = List.of("1: hots: is not a known column; write hosts", "2: date: '2023-13-45' is not an EDTF date",
                "3: places: there is no place 'brusels'; write brussels, or", "4: kind: 'sumit' is not allowed here; write SUMMIT",
                "5: 'status' is missing", "6: parties: there is no actor 'ilham-alyev'; write ilham-aliyev, or",
                "7: hosts: 'ilham-aliyev' has no office 'Mayor'", "8: issues: there is no issue 'peace-trety'; write peace-treaty, or",
                "10: locator: '" + SOURCE + "' has only 11 paragraphs", "11: 'locator' is missing",
                "12: mediators: 'MEDIATOR' is not allowed here", "13: parties: 'ilham-aliyev' already has the role PARTY",
                "15: title: slug 'twice-the-same-2023-10-05' is already used by the meeting at " + FOREIGN.resolve("faulty.csv:14"),
                "16: has 14 cells, but there are 13 columns", "17: 'participations' is missing", "17: ordinal: is text; write an integer");
        assertFaults(wanted, "faulty.csv", assertThrows(FaultyDataException.class,
                () -> Import.meetings(FOREIGN.resolve("faulty.csv"), folder, SOURCE, Progress.NONE)));
        assertEquals(before, files());
    }

    @Test
    void faultsOfPopoloAreToldWithTheirLines() {
        assertFaults(
                List.of("4: persons[1].name: slug 'ana' is already used by the actor at " + FOREIGN.resolve("faulty.json:3"),
                        "12: persons[2].memberships[0].start_date: '2001-13' is not an EDTF date",
                        "13: persons[2].memberships[0].end_date: '2001-02-03T10:00' is not an EDTF date: times of day are not supported",
                        "15: persons[2].memberships[1]: ends before it begins", "24: organizations[1].parent_id: forms a cycle"),
                "faulty.json", assertThrows(FaultyDataException.class,
                        () -> Import.popolo(FOREIGN.resolve("faulty.json"), folder, SOURCE, "title", Progress.NONE)));
    }

    private static void assertFaults(List<String> wanted, String file, FaultyDataException told) {
        List<String> lines = told.faults().stream().map(fault -> fault.toString().replace(FOREIGN.resolve(file) + ":", "")).toList();
        assertEquals(wanted.size(), lines.size(), told.getMessage());
        for (int i = 0; i < wanted.size(); i++) {
            String start = wanted.get(i).replace(FOREIGN.resolve(file) + ":", "");
            assertTrue(lines.get(i).startsWith(start), lines.get(i) + "\nshould begin: " + start);
        }
    }

    @Test
    void whatIsNoSuchFileIsTold() throws IOException {
        assertFault(": is not valid JSON: ", "broken.json", "{\"persons\": [}");
        assertFault(": is not Popolo; ", "other.json", "[]");
        assertFault(": is not valid JSON: Duplicate field 'persons'", "twice.json", "{\"persons\": [], \"persons\": []}");
        assertFault(": has no rows; ", "empty.csv", "");
        assertFault(": separates columns by semicolons; ", "semicolons.csv", "title;date\nA;2023\n");
        assertFault("3: is not valid CSV: Missing closing quote", "open.csv", "title,date\n\"A,2023\n");
        assertFault(": date: is a duplicate column", "columns.csv", "title,date,date\nA,2023,2023\n");
        for (String name : List.of("absent.csv", "absent.json")) {
            Path absent = folder.resolveSibling(name);
            InvalidPathArgumentException rejected = assertThrows(InvalidPathArgumentException.class,
                    () -> Import.popolo(absent, folder, SOURCE, "title", Progress.NONE));
            assertEquals("'" + absent + "' does not exist; name a file", rejected.getMessage());
        }
    }

    private void assertFault(String words, String name, String text) throws IOException {
        Path file = folder.resolveSibling(folder.getFileName() + "-" + name);
        Files.writeString(file, text);
        FaultyDataException rejected = assertThrows(FaultyDataException.class, () -> {
            if (name.endsWith(".csv")) {
                Import.meetings(file, folder, SOURCE, Progress.NONE);
            } else {
                Import.popolo(file, folder, SOURCE, "title", Progress.NONE);
            }
        });
        assertTrue(rejected.getMessage().contains(words), rejected.getMessage());
        Files.deleteIfExists(file);
    }

    @Test
    void sourceHasToBeKnown() {
        FaultyDataException rejected = assertThrows(FaultyDataException.class,
                () -> Import.meetings(FOREIGN.resolve("talks.csv"), folder, "russia-stresses-its-red-line", Progress.NONE));
        assertEquals("1 fault in the import; nothing was written:\n--source: there is no source 'russia-stresses-its-red-line'; write "
                + SOURCE + ", or add it to the folder sources", rejected.getMessage());
    }

    @Test
    void folderHasToHoldADataSet() {
        InvalidPathArgumentException rejected = assertThrows(InvalidPathArgumentException.class,
                () -> Import.meetings(FOREIGN.resolve("talks.csv"), folder.resolve("nowhere"), SOURCE, Progress.NONE));
        assertTrue(rejected.getMessage().contains("nowhere' does not exist; name the folder that contains actors, "),
                rejected.getMessage());
    }

    /** Returns the text of each file. */
    private List<String> files() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().map(file -> file + "\n" + SeedCopy.read(file)).collect(Collectors.toList());
        }
    }
}
