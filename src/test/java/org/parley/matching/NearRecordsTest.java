package org.parley.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.entry.EntryFiles;
import org.parley.record.Kind;

/** Tests that each foreign record is compared with few known ones, but with all that may be the same. */
class NearRecordsTest {

    private static final LocalDate BEGIN = LocalDate.of(1990, 1, 1);
    private static final String[] WORDS = "Accord Talks Peace Ford Bridge North South River Border Prisoners Water Ceasefire".split(" ");

    private final Random random = new Random(20261201);

    /** Returns meetings whose titles share words, on days in a range. */
    private List<ObjectNode> meetings(int number, int days) {
        return IntStream.range(0, number).mapToObj(i -> {
            ObjectNode entry = JsonNodeFactory.instance.objectNode().put("slug", "m-" + i).put("title",
                    random.ints(4, 0, WORDS.length).mapToObj(word -> WORDS[word]).collect(Collectors.joining(" ")));
            entry.put("date", BEGIN.plusDays(random.nextInt(days)).toString());
            random.ints(2, 0, 8).forEach(actor -> entry.withArray("/participations").addObject().put("actor", "a-" + actor));
            return entry;
        }).toList();
    }

    private static RecordIndex index(List<ObjectNode> entries) {
        RecordIndex index = new RecordIndex(EntryFiles.of(List.of()));
        entries.forEach(entry -> index.add(Kind.MEETING, entry));
        return index;
    }

    private static ObjectNode foreign(JsonNode entry) {
        return entry.<ObjectNode> deepCopy().without("slug");
    }

    /** A table whose rows are all of one day or have one title is the worst case. */
    @ParameterizedTest
    @ValueSource(strings = {"years", "one day", "one title", "no date"})
    void comparisonsGrowWithTheRows(String shape) {
        long[] comparisons = new long[2];
        for (int i = 0; i < 2; i++) {
            int rows = 1000 << i;
            RecordIndex index = new RecordIndex(EntryFiles.of(List.of()));
            for (ObjectNode entry : meetings(rows, shape.equals("one day") ? 1 : 10 * rows)) {
                entry.put("title", shape.equals("one title") ? "Talks" : entry.get("title").asText());
                index.compare(Kind.MEETING, foreign(shape.equals("no date") ? entry.without("date") : entry), false);
                index.add(Kind.MEETING, entry);
            }
            comparisons[i] = index.comparisons();
            assertTrue(comparisons[i] <= (long) NearRecords.MOST * rows, () -> index.comparisons() + " comparisons of " + rows + " rows");
        }
        assertTrue(comparisons[1] <= 2.3 * comparisons[0] + NearRecords.MOST, comparisons[0] + " and " + comparisons[1]);
    }

    /** Compares with all records, one by one. */
    private static Set<String> possible(List<ObjectNode> entries, ObjectNode foreign) {
        KnownRecord record = KnownRecord.foreign(Kind.MEETING, foreign, source -> source, NameKey::of, false);
        return entries.stream()
                .map(entry -> new Comparison(record).with(KnownRecord.known(Kind.MEETING, entry, source -> source, NameKey::of)))
                .flatMap(Optional::stream).filter(candidate -> candidate.score() >= Match.POSSIBLE).map(Candidate::slug)
                .collect(Collectors.toSet());
    }

    @Test
    void everyPossibleRecordIsACandidate() {
        List<ObjectNode> entries = meetings(400, 4000);
        RecordIndex index = index(entries);
        int found = 0;
        for (ObjectNode entry : entries) {
            ObjectNode foreign = foreign(entry);
            foreign.put("date", LocalDate.parse(entry.get("date").asText()).plusDays(random.nextInt(40) - 20).toString());
            Set<String> possible = possible(entries, foreign);
            Set<String> candidates = index.compare(Kind.MEETING, foreign, false).candidates().stream().map(Candidate::slug)
                    .collect(Collectors.toSet());
            assertTrue(possible.containsAll(candidates), foreign::toString);
            List<String> missing = new ArrayList<>(possible);
            missing.removeAll(candidates);
            assertTrue(missing.isEmpty(), () -> foreign + " lacks " + missing);
            found += possible.size();
        }
        assertTrue(found > 400, "the draw has pairs that may be the same");
    }

    /** Thousands of records have the words of the name, and each other one has the day. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void recordOfFrequentWordsIsFound(int days) {
        RecordIndex index = new RecordIndex(EntryFiles.of(List.of()));
        int rows = days == 0 ? 3000 : 200;
        for (int i = 0; i < rows; i++) {
            ObjectNode entry = meetings(1, 1).get(0).put("slug", "other-" + i).put("title", "Talks of the border " + (i % 7)).put("date",
                    BEGIN.plusDays(days + 2 + i % 20).toString());
            index.add(Kind.MEETING, days == 0 ? entry.put("date", BEGIN.toString()) : entry);
        }
        ObjectNode sought = meetings(1, 1).get(0).put("title", "Talks of the border").put("date", BEGIN.plusDays(days).toString());
        index.add(Kind.MEETING, sought);
        Match match = index.compare(Kind.MEETING,
                foreign(sought).put("date", BEGIN.toString()).put("title", days == 0 ? "Talks of the border" : "The border of talks"),
                false);
        assertTrue(match.candidates().stream().map(Candidate::slug).anyMatch("m-0"::equals), match::toString);
    }

    @Test
    void removedRecordIsNoCandidate() {
        List<ObjectNode> entries = meetings(50, 100);
        RecordIndex index = index(entries);
        for (int i = entries.size() - 1; i >= 0; i--) {
            index.remove(Kind.MEETING, "m-" + i);
            Match match = index.compare(Kind.MEETING, foreign(entries.get(i)), false);
            assertTrue(match.candidates().stream().map(Candidate::slug).noneMatch(("m-" + i)::equals));
        }
        assertEquals(List.of(), index.compare(Kind.MEETING, foreign(entries.get(0)), false).candidates());
    }

    @Test
    void longAndOpenDatesAreCompared() {
        ObjectNode open = meetings(1, 1).get(0).put("date", "../1995-01-01");
        RecordIndex index = index(List.of(open));
        assertEquals("m-0", index.compare(Kind.MEETING, foreign(open).put("date", "1994-12-31"), false).candidates().get(0).slug());
        ObjectNode years = meetings(1, 1).get(0).put("date", "1990/1995");
        assertEquals("m-0",
                index(List.of(years)).compare(Kind.MEETING, foreign(years).put("date", "1993-05-05"), false).candidates().get(0).slug());
    }
}
