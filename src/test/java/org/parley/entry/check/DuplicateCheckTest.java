package org.parley.entry.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.parley.entry.check.Checked.faults;
import static org.parley.entry.check.Checked.file;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.entry.EntryFiles;
import org.parley.record.Kind;

/** Duplicates are reported. */
class DuplicateCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {provisions: [{number: 1}, {number: 2}, {number: 1}]}    | provisions[2].number: '1' is already the number of another provision; numbers must be unique
            {signatories: [{actor: b}, {actor: c}, {actor: b}]}      | signatories[2].actor: 'b' is already a signatory; list each signatory once
            {resolutions: [{field: date}, {field: title}, {field: date}]} | resolutions[2].field: 'date' is already resolved; write one resolution per field
            {participations: [{actor: b, roles: [HOST]}, {actor: b, roles: [PARTY, HOST]}]} | participations[1]: 'b' already has the role HOST; list each role of an actor once
            {participations: [{actor: b, roles: [HOST, PARTY]}, {actor: c, roles: [HOST]}]} |
            """)
    void withinAnEntry(String entry, String fault) {
        assertEquals(fault == null ? List.of() : List.of("meetings: [0]." + fault),
                faults(new DuplicateCheck(), file(Kind.MEETING, "[" + entry + "," + entry.replaceAll("\\[.*\\]", "[]") + "]")));
    }

    @Test
    void slugsAreUniquePerKind() {
        assertEquals(
                List.of("more: a.slug: slug 'a' is already used by the place at places:0; change one of the slugs, or merge the records"),
                faults(new DuplicateCheck(), file(Kind.PLACE, "[{slug: a}, {slug: b}, {}, {}, {slug: 7}, {slug: 8}]"),
                        file(Kind.ACTOR, "[{slug: b}]"), file(Kind.PLACE, "more", "[{slug: a}, {slug: c}]")));
    }

    @Test
    void pointsOfStatementsArePositions() {
        assertEquals(
                List.of("statements: a.points[1]: slug 'a-2' is already used by the position at positions:0;"
                        + " change one of the slugs, or merge the records"),
                faults(new DuplicateCheck(), file(Kind.POSITION, "[{slug: a-2}, {slug: a-3}, {slug: b-1}]"),
                        file(Kind.STATEMENT, "[{slug: a, points: [{}, {}]}, {points: [{}]}, {points: [{}]}, {slug: a-1}]")));
    }

    @Test
    void knownSlugsAreReserved() {
        EntryFiles files = EntryFiles.of(List.of(file(Kind.PLACE, "new", "[{slug: a}]")));
        assertEquals(List.of(), faults(new DuplicateCheck(), files));
        assertEquals(1, faults(new DuplicateCheck(), files.withKnown(List.of(file(Kind.PLACE, "known", "[{slug: a}]")))).size());
    }
}
