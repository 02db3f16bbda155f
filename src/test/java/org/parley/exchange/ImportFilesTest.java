package org.parley.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.dataset.InvalidPathArgumentException;
import org.parley.entry.FaultyDataException;
import org.parley.entry.Progress;

/** Tests the file that an import writes to a small data set, and the report. */
class ImportFilesTest {

    private static final String HEADER = "title,date,kind,status,parties,locator\n";
    private static final String ROWS = HEADER + "Talks,2023-10-05,SUMMIT,HELD,utopia,title\nMore talks,2023-10-06,CALL,HELD,utopia,title\n";
    private static final String PERSON = "{\"persons\": [{\"name\": \"Ana\"}, {\"name\": \"東京\"}], \"organizations\": [{\"name\": \"Utopia\"}]}";

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @BeforeEach
    void writeTheDataSet() throws IOException {
        write("sources/s.yaml", "[{slug: report, title: R, published: 2023-01-01, kind: NEWS, language: en, paragraphs: 1, footnotes: 0}]");
        write("actors/a.yaml",
                "[{slug: utopia, name: Utopia, kind: STATE, attestations: [{source: report, locator: title, voice: HEARSAY}]}]");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private Import meetings(String name, String text) {
        return Import.meetings(ForeignFiles.write(elsewhere, name, text), folder, "report", Progress.NONE);
    }

    private Import popolo(String source) {
        return Import.popolo(ForeignFiles.write(elsewhere, "people.json", PERSON), folder, source, "title", Progress.NONE);
    }

    @Test
    void newMeetingsAreWritten() throws IOException {
        Import talks = meetings("t.csv", ROWS);
        assertEquals("2 new meetings for " + folder.resolve("meetings/t.yaml") + ":\n  talks-2023-10-05: Talks\n"
                + "  more-talks-2023-10-06: More talks\n", talks.report());
        assertFalse(Files.exists(folder.resolve("meetings")));
        talks.write();
        try (var files = Files.list(folder.resolve("meetings"))) {
            assertEquals("t.yaml", String.join(" ", files.map(file -> file.getFileName().toString()).toList()));
        }
        assertEquals(
                "0 new meetings\n2 already known, unchanged:\n  line 2: 'Talks' is talks-2023-10-05 at " + folder.resolve("meetings/t.yaml")
                        + ":2; add to it if new: an attestation by report, title\n" + "  line 3: 'More talks' is more-talks-2023-10-06 at "
                        + folder.resolve("meetings/t.yaml") + ":12; add to it if new: an attestation by report, title\n",
                meetings("t.csv", ROWS).report().replaceAll("yaml:(1[0-9])", "yaml:12"));
    }

    @Test
    void newActorsAreWritten() throws IOException {
        Import people = popolo("report");
        people.write();
        assertEquals("""
                # yaml-language-server: $schema=../schema/actors.json
                - slug: ana
                  name: Ana
                  kind: PERSON
                  attestations:
                    - {source: report, locator: title, voice: DOCUMENT_FACT}
                """, Files.readString(folder.resolve("actors/people.yaml")));
        assertEquals("1 new actors for " + folder.resolve("actors/people.yaml") + ":\n  ana: Ana\n"
                + "1 already known, unchanged:\n  organizations[0] 'Utopia' is utopia at " + folder.resolve("actors/a.yaml")
                + ":1; add to it if new: an attestation\n" + "1 skipped:\n  persons[1]: the name '東京' has no Latin letters for a slug\n",
                people.report());
    }

    @Test
    void nothingNewIsNotWritten() {
        meetings("t.csv", HEADER).write();
        assertFalse(Files.exists(folder.resolve("meetings")));
    }

    @ParameterizedTest
    @CsvSource({"Talks of May.v2.csv, talks-of-may-v2.yaml", "t.csv, t-4.yaml", "東京.csv, imported.yaml", "noextension, noextension.yaml"})
    void fileIsCalledAfterTheForeignOneAndReplacesNone(String foreign, String name) throws IOException {
        for (String taken : new String[]{"t", "t-2", "t-3"}) {
            write("meetings/" + taken + ".yaml", "[]");
        }
        meetings(foreign, ROWS).write();
        assertEquals("[]", Files.readString(folder.resolve("meetings/t.yaml")));
        assertEquals(4, folder.resolve("meetings").toFile().list().length);
        assertFalse(Files.readString(folder.resolve("meetings/" + name)).isBlank());
    }

    @Test
    void faultsAreReportedAndNothingIsWritten() {
        assertEquals("1 fault in the import; nothing was written:\n--source: there is no source 'reprot'; write report, or add it to the"
                + " folder sources", assertThrows(FaultyDataException.class, () -> popolo("reprot")).getMessage());
        assertEquals(
                "2 faults in the import; nothing was written:\n" + elsewhere.resolve("t.csv") + ":1: title: is a duplicate column; write"
                        + " each column once\n" + elsewhere.resolve("t.csv")
                        + ":2: parties: there is no actor 'nobody'; add it to the folder actors",
                assertThrows(FaultyDataException.class,
                        () -> meetings("t.csv", HEADER.replace("title,", "title,title,") + "Talks,,2023-10-05,SUMMIT,HELD,nobody,title\n"))
                        .getMessage());
        assertFalse(Files.exists(folder.resolve("meetings")));
        assertThrows(InvalidPathArgumentException.class, () -> Import.meetings(elsewhere, folder, "report", Progress.NONE));
    }

    @Test
    void folderThatCannotBeWrittenIsReported() throws IOException {
        Import talks = meetings("t.csv", ROWS);
        Files.writeString(folder.resolve("meetings"), "a file");
        String message = assertThrows(FaultyDataException.class, talks::write).getMessage();
        String start = "1 fault in the import; nothing was written:\n" + folder.resolve("meetings/t.yaml") + ": cannot be written: ";
        assertEquals(start, message.substring(0, start.length()));
    }
}
