package org.parley.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.entry.Fault;
import org.parley.matching.Match.Verdict;
import org.parley.record.Kind;

/** Tests that judgements are read as they were written, and apply only to what was judged. */
class JudgementsTest {

    private static final Match UNDECIDED = new Match(Verdict.UNDECIDED, List.of(new Candidate("a", 0.9, "'A', 90 % alike".repeat(10))));

    @TempDir
    Path folder;

    private final List<Fault> faults = new ArrayList<>();

    private Judgements read(String text) throws IOException {
        Files.writeString(folder.resolve(Judgements.FILE), text);
        return Judgements.read(folder, faults::add);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.10", "1e5", "1_000", "0x1F", "017", "0b11", "+1", ".inf", "12:30", "2001-10-05", "yes", "null", "~", "- a",
            "Ana: b", "a #b", "=", "!a", "'a'", "\"", "Ана", "NaN", "e5", "{a}", "a\\b", "12 Angry Men", "Q1: \"x\" # y"})
    void textIsReadAsItWasWritten(String foreign) throws IOException {
        Judgements judgements = read("");
        judgements.apply(Kind.ACTOR, "s", "record 1", foreign, UNDECIDED);
        judgements.apply(Kind.ACTOR, "s", foreign, foreign, UNDECIDED);
        Judgements judged = read(judgements.changedText().replace("judgement: undecided", "judgement: new"));
        assertEquals(Verdict.NEW, judged.apply(Kind.ACTOR, "s", foreign, foreign, UNDECIDED).verdict());
        assertEquals(Verdict.NEW, judged.apply(Kind.ACTOR, "s", "record 1", foreign, UNDECIDED).verdict());
        assertEquals(List.of(), faults);
        assertNull(judged.changedText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"foreign: 1.10", "foreign: 1e5", "foreign: 0x1F", "foreign: true", "foreign: A\n  name: 7",
            "foreign: A\n  record: 7"})
    void numberIsAFault(String wrong) throws IOException {
        read("- kind: actors\n  source: s\n  " + wrong + "\n  judgement: " + (wrong.contains("record") ? "same" : "new") + "\n");
        assertTrue(faults.size() == 1 && faults.get(0).message().contains("is no text; write it in quotation marks"), faults::toString);
    }

    @Test
    void secondJudgementIsAFault() throws IOException {
        read("""
                - {kind: actors, source: s, foreign: A, judgement: new}
                - {kind: actors, source: s, foreign: A, name: B, judgement: new}
                - {kind: actors, source: s, foreign: A, name: A, judgement: same, record: a}
                """);
        assertEquals(List.of("has two judgements; keep one of them"), faults.stream().map(Fault::message).toList());
    }

    @Test
    void judgementIsOfTheNameToo() throws IOException {
        Judgements judgements = read("""
                - {kind: actors, source: s, foreign: record 1, name: Ana Berg, judgement: same, record: ana}
                - {kind: actors, source: s, foreign: record 2, judgement: new}
                """);
        assertEquals("ana", judgements.apply(Kind.ACTOR, "s", "record 1", "Ana Berg", UNDECIDED).slug());
        assertEquals(Verdict.UNDECIDED, judgements.apply(Kind.ACTOR, "s", "record 1", "Greens", UNDECIDED).verdict());
        assertEquals(Verdict.NEW, judgements.apply(Kind.ACTOR, "s", "record 2", "any", UNDECIDED).verdict());
        Judgements written = read(judgements.changedText());
        assertEquals("ana", written.apply(Kind.ACTOR, "s", "record 1", "Ana Berg", UNDECIDED).slug());
        assertEquals(1, written.undecided());
    }

    @Test
    void differentListsTheOtherCandidates() throws IOException {
        Match match = new Match(Verdict.UNDECIDED,
                IntStream.range(10, 30).mapToObj(i -> new Candidate("a-" + i, 1, "'A', 100 % alike")).toList());
        Judgements judgements = read("- {kind: actors, source: s, foreign: A, judgement: different, record: [a-10, a-11]}\n");
        Match rest = judgements.apply(Kind.ACTOR, "s", "A", "A", match);
        assertEquals(18, rest.candidates().size());
        assertEquals(1, judgements.undecided());
        String text = judgements.changedText();
        assertTrue(text.contains("record: a-12") && text.contains("record: a-21") && !text.contains("record: a-22"), text);
        Judgements again = read(text);
        again.apply(Kind.ACTOR, "s", "A", "A", match);
        assertNull(again.changedText(), "written once");
    }

    @Test
    void largeFileIsRead() throws IOException {
        Judgements judgements = read("");
        for (int i = 0; i < 15_000; i++) {
            judgements.apply(Kind.ACTOR, "s", "Person " + i, "Person " + i, UNDECIDED);
        }
        String text = judgements.changedText();
        assertNotNull(text);
        assertTrue(text.length() > 3 * 1024 * 1024, "longer than the limit of the library");
        assertEquals(15_000, read(text).undecided());
        assertEquals(List.of(), faults);
    }
}
