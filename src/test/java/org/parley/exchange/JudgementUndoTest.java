package org.parley.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.entry.FaultyDataException;
import org.parley.entry.Progress;
import org.parley.matching.JudgedDataSet;
import org.parley.matching.Judgements;

/** Tests that a judgement is applied, and that undoing it brings back the files as they were, byte by byte. */
class JudgementUndoTest {

    private static final String MAPPING = """
            source: register
            records:
              - kind: agreements
                locator: "record No {No}"
                fields:
                  title: "{Title}"
                  kind: FRAMEWORK
                  status: SIGNED
                  date: "{Day}"
                  parties: {value: "{Sides}", split: "; ", new: {kind: PERSON}}
            """;
    private static final String ROWS = """
            No,Title,Day,Sides
            1,Accord of the Ford,2001-10-05,Carl Berg; Eva Lind
            2,Accord of the Bridge,2002-10-05,Angela Smith; Dora Falk
            3,Accord of the Lake,2003-10-05,Angela Smith; Ivan Petrov; Dora Falk
            4,Accord of the Hill,2004-10-05,Ivan Petrov; Carl Berg
            """;

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void writeADataSet() throws IOException {
        data = folder.resolve("data");
        write("data/sources/s.yaml", """
                - {slug: register, title: Register, published: 2005, kind: DATASET, language: en, paragraphs: 0, footnotes: 0}
                """);
        StringBuilder actors = new StringBuilder("# Comments stay.\n");
        for (String slug : new String[]{"angela-smith-1", "angela-smith-2", "ivan-petrov-1", "ivan-petrov-2"}) {
            String name = slug.startsWith("angela") ? "Angela Smith" : "Ivan Petrov";
            actors.append("\n- slug: ").append(slug).append("\n  name: ").append(name).append("\n  kind: PERSON # a person\n")
                    .append("  identifiers:\n    - {scheme: wikidata, value: Q").append(actors.length()).append("}\n")
                    .append("  attestations:\n    - {source: register, locator: title, voice: DOCUMENT_FACT}\n");
        }
        write("data/actors/a.yaml", actors.toString());
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String load() throws IOException {
        return load(MAPPING, ROWS);
    }

    private String load(String mapping, String rows) throws IOException {
        MappedImport read = MappedImport.read(write("map.yaml", mapping), write("accords.csv", rows), data, "",
                folder.resolve("faults.txt"), Progress.NONE);
        read.write();
        JudgedDataSet.readChecked(data, Progress.NONE);
        return read.report();
    }

    private void undo() {
        JudgementUndo.read(data, Progress.NONE).write();
        JudgedDataSet.readChecked(data, Progress.NONE);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(data.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    /** Writes the judgement on a name in place of the one that the file has. */
    private void judge(String name, String judgement) throws IOException {
        Path file = data.resolve(Judgements.FILE);
        String before = Files.readString(file);
        String judged = before.replaceFirst(
                "(foreign: " + name + "\n(?:  name: [^\n]*\n)?  judgement: )\\w+(\n  record: [^\n]*(\n  - [^\n]*)*)?", "$1" + judgement);
        assertNotEquals(before, judged);
        Files.writeString(file, judged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same\n  record: angela-smith-2", "new", "different\n  record: angela-smith-1",
            "different\n  record: [angela-smith-1, angela-smith-2]"})
    void undoBringsTheFormerStateBack(String judgement) throws IOException {
        assertTrue(load().contains("3 held back: judge the 2 undecided"));
        Map<String, String> before = files();
        judge("Angela Smith", judgement);
        assertTrue(load().contains("1 new agreements"));
        assertNotEquals(before, files());
        Map<String, String> after = files();
        assertTrue(load().contains("2 held back: judge the 1 undecided"));
        assertEquals(after, files(), "importing again changes nothing");
        judge("Angela Smith", "undo");
        undo();
        load();
        assertEquals(before, files());
    }

    @Test
    void differentLeavesTheOtherCandidate() throws IOException {
        load();
        judge("Angela Smith", "different\n  record: angela-smith-1");
        load();
        assertTrue(files().values().stream().anyMatch(text -> text.contains("parties: [angela-smith-2, dora-falk]")), files()::toString);
        judge("Ivan Petrov", "different\n  record: [ivan-petrov-1, ivan-petrov-2]");
        load();
        assertTrue(files().values().stream().anyMatch(text -> text.contains("parties: [ivan-petrov, carl-berg]")), files()::toString);
    }

    /** A row that depends on two judgements is held back again if one of them is undone, and another row keeps what it refers to. */
    @Test
    void eachOfTwoJudgementsIsUndoneAlone() throws IOException {
        load();
        judge("Angela Smith", "new");
        load();
        Map<String, String> one = files();
        judge("Ivan Petrov", "same\n  record: ivan-petrov-1");
        assertTrue(load().contains("2 new agreements"));
        judge("Ivan Petrov", "undo");
        assertTrue(assertThrows(FaultyDataException.class, this::load).getMessage().contains("run the command `undo "));
        undo();
        load();
        assertEquals(one, files());
    }

    private static final String PERSONS = """
            source: register
            records:
              - kind: actors
                locator: "record No {No}"
                fields: {name: "{Name}", kind: PERSON, identifiers: [{scheme: viaf, value: "{Id}"}]}
            """;

    private static final String ROW = "No,Name,Id\n1,Angela Smith,101\n";

    /** Imports a row that is judged to be a known person, whose identifier other rows have. */
    private void mergeAPerson() throws IOException {
        write("data/sources/o.yaml", """
                - {slug: other, title: Other, published: 2005, kind: DATASET, language: en, paragraphs: 0, footnotes: 0}
                """);
        load(PERSONS, ROW);
        judge("record No 1", "same\n  record: angela-smith-2");
        load(PERSONS, ROW);
    }

    private String undone(String foreign) throws IOException {
        judge(foreign, "undo");
        undo();
        return files().get("actors/a.yaml");
    }

    /** Returns the mapping for a source in which the known person has the identifier of the data set, too. */
    private String withWikidata(String source, String locator) throws IOException {
        String known = files().get("actors/a.yaml").replaceFirst("(?s).*slug: angela-smith-2", "");
        return PERSONS.replace("source: register", "source: " + source).replace("record No {No}", locator).replace("\"{Id}\"}",
                "\"{Id}\"}, " + known.substring(known.indexOf("{scheme"), known.indexOf('}') + 1));
    }

    /** What a row without a judgement says too stays when the judgement is undone. */
    @ParameterizedTest
    @CsvSource({"register,title", "other,record No {No}", "other,row 1"})
    void whatAnotherRowFoundStays(String source, String locator) throws IOException {
        mergeAPerson();
        String other = withWikidata(source, locator);
        load(other, ROW);
        Map<String, String> both = files();
        load(other, ROW);
        load(PERSONS, ROW);
        assertEquals(both, files());
        String actors = undone("record No 1");
        assertTrue(actors.contains("viaf, value: \"101\""), actors);
        assertFalse(actors.contains("register, locator: record No 1"), actors);
    }

    /** A row that is identified only by what a judgement wrote depends on that judgement, even if the source corrects the name. */
    @ParameterizedTest
    @CsvSource({"register,record No {No},Angela Smyth", "register,title,Angela Smyth", "other,record No {No},Angela Smith",
            "other,row 1,A. Smyth"})
    void wrongMergeDoesNotConfirmItself(String source, String locator, String name) throws IOException {
        String before = files().get("actors/a.yaml");
        mergeAPerson();
        String other = PERSONS.replace("source: register", "source: " + source).replace("record No {No}", locator);
        load(other, ROW.replace("Angela Smith", name));
        Map<String, String> both = files();
        load(other, ROW.replace("Angela Smith", name));
        assertEquals(both, files(), "importing again changes nothing");
        assertEquals(before, undone("record No 1"));
    }

    /** What rows with two judgements say goes with the second one of them. */
    @Test
    void whatIsJudgedTwiceGoesWithTheLastJudgement() throws IOException {
        mergeAPerson();
        Path file = data.resolve(Judgements.FILE);
        Files.writeString(file, Files.readString(file)
                + "- {kind: actors, source: other, foreign: record No 1, judgement: same, record: angela-smith-2}\n");
        String other = PERSONS.replace("source: register", "source: other");
        load(other, ROW);
        Map<String, String> both = files();
        load(other, ROW);
        assertEquals(both, files());
        assertTrue(undone("record No 1").contains("viaf, value: \"101\""));
        Files.writeString(file, Files.readString(file).replaceFirst("judgement: same", "judgement: undo"));
        undo();
        assertFalse(files().get("actors/a.yaml").contains("101"));
    }

    private static final String KNOWN = """
            # Agreements of old.
            - slug: accord-of-the-pass
              title: Accord of the Pass
              kind: FRAMEWORK
              status: SIGNED
              date: "2001-10-07" # by the protocol
              parties: [angela-smith-1, ivan-petrov-1]
              attestations:
                - {source: register, locator: title, voice: DOCUMENT_FACT}
                - {source: register, locator: title, voice: DOCUMENT_FACT, field: date, value: "2001-10-07"}

            # The last one.
            - slug: accord-of-the-glen
              title: Accord of the Glen
              kind: FRAMEWORK
              status: SIGNED
              date: "1991-01-07"
              parties: [angela-smith-1, ivan-petrov-1]
              attestations:
                - {source: register, locator: title, voice: DOCUMENT_FACT}
            """;
    private static final String KNOWN_MAPPING = MAPPING.replace("register", "other");
    private static final String KNOWN_ROWS = "No,Title,Day,Sides\n7,Accord of the Pass,2001-10-05,angela-smith-1; ivan-petrov-1\n";

    /** Imports a row that is judged to be a known record of another day. Returns the files before. */
    private Map<String, String> mergeWithAKnownRecord() throws IOException {
        write("data/agreements/k.yaml", KNOWN);
        write("data/sources/o.yaml", """
                - {slug: other, title: Other, published: 2005, kind: DATASET, language: en, paragraphs: 0, footnotes: 0}
                """);
        load(KNOWN_MAPPING, KNOWN_ROWS);
        Map<String, String> before = files();
        assertTrue(before.containsKey(Judgements.FILE), before::toString);
        Path file = data.resolve(Judgements.FILE);
        Files.writeString(file, Files.readString(file).replace("judgement: undecided", "judgement: same\n  record: accord-of-the-pass"));
        assertTrue(load(KNOWN_MAPPING, KNOWN_ROWS).contains("1 agreements attested by more"));
        String merged = files().get("agreements/k.yaml");
        assertTrue(merged.contains("resolutions:") && merged.contains("record No 7"), merged);
        Files.writeString(file, Files.readString(file).replace("judgement: same", "judgement: undo"));
        return before;
    }

    @Test
    void attestationsAndResolutionsOfAKnownRecordAreRemoved() throws IOException {
        Map<String, String> before = mergeWithAKnownRecord();
        undo();
        load(KNOWN_MAPPING, KNOWN_ROWS);
        assertEquals(before, files());
    }

    @Test
    void identifiersOfAKnownRecordAreRemoved() throws IOException {
        String mapping = """
                source: register
                records:
                  - kind: actors
                    fields: {name: "{Name}", kind: PERSON, identifiers: [{scheme: viaf, value: "{Id}"}]}
                """;
        load(mapping, "Name,Id\nAngela Smith,101\n");
        Map<String, String> before = files();
        Path file = data.resolve(Judgements.FILE);
        Files.writeString(file, Files.readString(file).replace("judgement: undecided", "judgement: same\n  record: angela-smith-2"));
        load(mapping, "Name,Id\nAngela Smith,101\n");
        assertTrue(files().get("actors/a.yaml").contains("101"));
        Files.writeString(file, Files.readString(file).replace("judgement: same", "judgement: undo"));
        undo();
        assertEquals(before.get("actors/a.yaml"), files().get("actors/a.yaml"));
    }

    @Test
    void resolutionThatIsNeededStays() throws IOException {
        mergeWithAKnownRecord();
        Path file = data.resolve("agreements/k.yaml");
        String value = "- {source: register, locator: title, voice: DOCUMENT_FACT, field: date, value: \"2001-10-07\"}\n";
        Files.writeString(file, Files.readString(file).replace(value,
                value + "    - {source: register, locator: row 9, voice: DOCUMENT_FACT, field: date, value: \"2001-10-06\"}\n"));
        undo();
        String text = Files.readString(file);
        assertTrue(text.contains("resolutions:") && text.contains("2001-10-06") && !text.contains("record No 7"), text);
    }

    @Test
    void recordThatWasEditedStays() throws IOException {
        load();
        judge("Angela Smith", "new");
        load();
        Path file = data.resolve("agreements/accords-2.yaml");
        Files.writeString(file, Files.readString(file).replace("title: Accord of the Bridge", "title: Accord of the Old Bridge"));
        judge("Angela Smith", "undo");
        JudgementUndo undo = JudgementUndo.read(data, Progress.NONE);
        undo.write();
        assertTrue(
                undo.report().contains("  changed since the import; remove by hand what is wrong in it: agreements/accord-of-the-bridge"),
                undo::report);
        assertTrue(Files.readString(file).contains("title: Accord of the Old Bridge"));
        JudgedDataSet.readChecked(data, Progress.NONE);
    }

    @Test
    void commentsOfTheNextEntryStay() throws IOException {
        load();
        judge("Angela Smith", "new");
        load();
        Path file = data.resolve("agreements/accords-2.yaml");
        String added = KNOWN.substring(KNOWN.indexOf("# The last one"));
        Files.writeString(file, Files.readString(file) + "\n" + added);
        judge("Angela Smith", "undo");
        undo();
        assertEquals(added, Files.readString(file).replaceFirst("# yaml-language-server.*", "").stripLeading());
    }

    @Test
    void judgementOnARemovedRecordIsAFault() throws IOException {
        load();
        judge("Angela Smith", "new");
        load();
        judge("Angela Smith", "undo");
        Path file = data.resolve(Judgements.FILE);
        Files.writeString(file,
                Files.readString(file) + "- {kind: actors, source: register, foreign: A. Smith, judgement: same, record: angela-smith}\n");
        Map<String, String> before = files();
        String message = assertThrows(FaultyDataException.class, this::undo).getMessage();
        assertTrue(message.contains("there is no actor 'angela-smith'; correct the judgement"), message);
        assertEquals(before, files());
    }

    @Test
    void nothingToUndoChangesNothing() throws IOException {
        load();
        Map<String, String> before = files();
        undo();
        assertEquals(before, files());
    }

    @Test
    void judgementOnAMissingRecordIsAFaultOfTheDataSet() throws IOException {
        load();
        judge("Angela Smith", "same\n  record: angela-smith-3");
        String message = assertThrows(FaultyDataException.class, () -> JudgedDataSet.readChecked(data, Progress.NONE)).getMessage();
        assertTrue(message.contains("there is no actor 'angela-smith-3'; correct the judgement"), message);
    }
}
