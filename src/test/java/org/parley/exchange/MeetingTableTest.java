package org.parley.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.parley.exchange.ForeignFiles.entries;
import static org.parley.exchange.ForeignFiles.faults;
import static org.parley.exchange.ForeignFiles.origin;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the conversion of rows to entries of meetings, and that faults of an entry are reported at its cells. */
class MeetingTableTest {

    private static final String EVERY_COLUMN = """
            slug,title,kind,level,medium,setting,status,publicity,date,dateReading,dateInferred,dateEarliest,dateLatest,places,\
            placeInferred,track,partOf,ordinal,attendancePrinted,attendanceLowest,attendanceHighest,happening,summary,outcomes,issues,hosts,mediators,facilitators,coChairs,conveners,parties,participants,\
            guarantors,witnesses,observers,invited,locator,voice,fragment
            """;
    private static final String EVERY_CELL = """
            third,Third talks,SUMMIT,LEADERS,IN_PERSON,BILATERAL,HELD,CONFIDENTIAL,2023-XX,2023-07,true,2023-07-01,2023-07-31,\
            Brussels; prague,TRUE,main track,First talks,3,about 20,15,many,They met.,"Two lines
            of words.",One. ; Two.;,Treaty of peace;other,Armenia,utopia (Envoy),,,,armenia; Utopia ;,,,,,armenia (Envoy),\
            paragraph 3,HEARSAY,a few words
            """;

    @TempDir
    Path folder;

    @Test
    void everyColumnIsRead() {
        assertEquals(
                """
                        {slug:third,title:Third talks,kind:SUMMIT,level:LEADERS,medium:IN_PERSON,setting:BILATERAL,status:HELD,\
                        publicity:CONFIDENTIAL,date:{edtf:2023-XX,reading:2023-07},places:[brussels,prague],placeInferred:true,track:main-track,partOf:first-talks,ordinal:3,\
                        attendance:{printed:about 20,lowest:15,highest:many},happening:They met.,summary:Two lines\\nof words.,outcomes:[One.,Two.],issues:[peace-treaty,other],\
                        participations:[{actor:armenia,roles:[HOST,PARTY]},{actor:utopia,roles:[MEDIATOR],office:Envoy},\
                        {actor:utopia,roles:[PARTY]},{actor:armenia,roles:[INVITED],office:Envoy}],\
                        attestations:[{source:report,locator:paragraph 3,voice:HEARSAY,fragment:a few words}]}
                        """,
                entries(ForeignFiles.meetings(folder, EVERY_COLUMN + EVERY_CELL)));
    }

    @Test
    void blankCellsSayNothing() {
        assertEquals("""
                {slug:a,title:A,level:UNSPECIFIED,medium:UNSPECIFIED,setting:UNSPECIFIED,attestations:[{source:report,voice:DOCUMENT_FACT}]}
                """, entries(ForeignFiles.meetings(folder, EVERY_COLUMN + ",A" + ",".repeat(37) + "\n" + ",".repeat(38) + "\n\n")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            slug            | 2: slug
            title           | 2: title
            kind            | 2: kind
            setting         | 2: setting
            date            | 2: date
            date/edtf       | 2: date
            date/reading    | 2: dateReading
            publicity       | 2: publicity
            places          | 2: places
            places/1        | 2: places
            placeInferred   | 2: placeInferred
            track           | 2: track
            partOf          | 2: partOf
            ordinal         | 2: ordinal
            attendance           | 2: attendancePrinted
            attendance/printed   | 2: attendancePrinted
            attendance/lowest    | 2: attendanceLowest
            attendance/highest   | 2: attendanceHighest
            outcomes/1      | 3: outcomes
            issues/0        | 3: issues
            participations/0         | 3: hosts
            participations/0/actor   | 3: hosts
            participations/0/roles/0 | 3: hosts
            participations/0/roles/1 | 3: parties
            participations/1/office  | 3: mediators
            participations/2/roles/0 | 3: parties
            participations/3         | 3: invited
            attestations/0           | 2: ''
            attestations/0/locator   | 3: locator
            attestations/0/voice     | 3: voice
            attestations/0/fragment  | 3: fragment
            """)
    void faultIsFoundAtItsCell(String path, String origin) {
        assertEquals(origin.replace("''", ""), origin(ForeignFiles.meetings(folder, EVERY_COLUMN + EVERY_CELL), 0, path));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023-10-05,,     | 2023-10-05
            2023-10-05,,true | {edtf:2023-10-05,inferred:true}
            2023-10-05,,yes  | {edtf:2023-10-05,inferred:yes}
            2023,2023-10,    | {edtf:2023,reading:2023-10}
            ,2023-10,        | {edtf:,reading:2023-10}
            """)
    void dateMayBeReadOrInferred(String cells, String date) {
        assertEquals(
                "{slug:a,title:A,level:UNSPECIFIED,medium:UNSPECIFIED,setting:UNSPECIFIED,date:" + date
                        + ",attestations:[{source:report,voice:DOCUMENT_FACT}]}\n",
                entries(ForeignFiles.meetings(folder, "slug,title,date,dateReading,dateInferred\na,A," + cells + "\n")));
    }

    @Test
    void dateThatIsInferredIsFoundAtItsCell() {
        ImportedEntries meetings = ForeignFiles.meetings(folder, "title,date,dateInferred\nA,2023,yes\n");
        assertEquals("2: dateInferred", origin(meetings, 0, "date/inferred"));
    }

    @ParameterizedTest
    @CsvSource({"Talks,2023-10-05,talks-2023-10-05", "Talks,2023-10~,talks", "Talks of 2023,2023,talks-of-2023", "Talks,,talks",
            "東京,2023,line-2"})
    void slugIsMadeOfTitleAndDate(String title, String date, String slug) {
        ImportedEntries meetings = ForeignFiles.meetings(folder, "title,date\n" + title + "," + (date == null ? "" : date) + "\n");
        assertEquals(slug, meetings.entries.get(0).get("slug").asText());
        assertEquals("2: title", origin(meetings, 0, "slug"));
    }

    @ParameterizedTest
    @CsvSource({"3,3", "third,third", "1234567890,1234567890", "-1,-1"})
    void ordinalThatIsNoSmallNumberStaysText(String cell, String ordinal) {
        var read = ForeignFiles.meetings(folder, "title,ordinal\nA," + cell + "\n").entries.get(0).get("ordinal");
        assertEquals(ordinal, read.asText());
        assertEquals(cell.equals("3"), read.isInt());
    }

    @Test
    void nameInWhichBracketsStandIsNoOffice() {
        assertEquals("[{actor:group,roles:[PARTY]},{actor:someone-else,roles:[PARTY],office:Envoy (acting)}]",
                ForeignFiles.meetings(folder, "title,parties\nA,Group (of friends); Someone  else (Envoy (acting))\n").entries.get(0)
                        .get("participations").toString().replace("\"", ""));
    }

    @Test
    void meetingThatIsKnownIsLeftAsItIs() {
        ImportedEntries meetings = ForeignFiles.meetings(folder, """
                slug,title,date,locator
                first,A,2024,paragraph 1
                ,Second talks,2023-06,
                ,Second talks,2023-07,
                """);
        assertEquals(
                List.of("line 2: 'A' is first at meetings.yaml:7; add to it if new: an attestation by report, paragraph 1",
                        "line 3: 'Second talks' is second at meetings.yaml:7; add to it if new: an attestation by report"),
                meetings.existing);
        assertEquals("second-talks-2023-07", meetings.entries.get(0).get("slug").asText());
        assertEquals("4: date", origin(meetings, 0, "date"));
        assertEquals(1, meetings.entries.size());
    }

    @Test
    void faultsOfTheTableAreReported() {
        assertEquals(
                List.of("file:1: titel: is not a known column; write title", "file:1: date: is a duplicate column; write each column once",
                        "file:3: has 4 cells, but there are 3 columns; quote cells that contain a comma"),
                faults(ForeignFiles.meetings(folder, "titel,date,date\nA\nB,2023,2023,1\n")));
        String columns = String.join(", ", MeetingTable.COLUMNS);
        assertEquals(List.of("file:1: weather: is not a known column; remove it, or write one of " + columns),
                faults(ForeignFiles.meetings(folder, "title,weather\n")));
        assertEquals(List.of("file: has no rows; write a header row, then a row for each record"),
                faults(ForeignFiles.meetings(folder, "\n")));
        assertEquals(List.of("file:1: separates columns by semicolons; separate columns by commas, and items of a list by semicolons"),
                faults(ForeignFiles.meetings(folder, "title;date\nA;2023\n")));
        List<String> absent = faults(MeetingTable.read(folder.resolve("absent.csv"), ForeignFiles.KNOWN, "report"));
        assertEquals("file: cannot be read: ", absent.get(0).substring(0, 22));
        assertEquals(1, absent.size());
    }

    @Test
    void shortRowsAndCellsThatADumpGuardedAreRead() {
        assertEquals("""
                {slug:talks,title:=Talks,level:UNSPECIFIED,medium:UNSPECIFIED,setting:UNSPECIFIED,\
                attestations:[{source:report,voice:DOCUMENT_FACT}]}
                """, entries(ForeignFiles.meetings(folder, "title,date,summary\n ' =Talks \n")).replace("title: =", "title:="));
    }
}
