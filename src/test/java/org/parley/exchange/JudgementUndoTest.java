package org.parley.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
        MappedImport read = MappedImport.read(write("map.yaml", MAPPING), write("accords.csv", ROWS), data, "",
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
        String judged = before.replaceFirst("(foreign: " + name + "\n  judgement: )\\w+(\n  record: [^\n]*(\n  - [^\n]*)*)?",
                "$1" + judgement);
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
        assertEquals(withoutWrites(one), withoutWrites(files()));
    }

    /** Returns the files without what judgements list: one keeps what was written because of it and another one. */
    private static Map<String, String> withoutWrites(Map<String, String> files) {
        Map<String, String> texts = new TreeMap<>(files);
        texts.computeIfPresent(Judgements.FILE, (name, text) -> text.replaceAll("(?s)  written:\n.*?(?=\n- kind|$)", ""));
        return texts;
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
