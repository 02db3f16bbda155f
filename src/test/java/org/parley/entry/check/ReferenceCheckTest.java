package org.parley.entry.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.parley.entry.check.Checked.faults;
import static org.parley.entry.check.Checked.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.record.Kind;

/** References to missing records are reported. */
class ReferenceCheckTest {

    private static final EntryFile PLACES = file(Kind.PLACE, "[{slug: brussels}, {slug: prague}]");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            prague   |
            ""       |
            7        |
            brusels  | there is no place 'brusels'; write brussels, or add it to the folder places
            nowhere  | there is no place 'nowhere'; add it to the folder places
            """)
    void reference(String place, String fault) {
        assertEquals(fault == null ? List.of() : List.of("meetings: a.places[0]: " + fault),
                faults(new ReferenceCheck(), PLACES, file(Kind.MEETING, "[{slug: a, places: [" + place + "]}]")));
    }

    @Test
    void everyReferenceToAMissingRecordIsReported() {
        assertEquals(
                List.of("meetings: a.places[0]: there is no place 'x'; add it to the folder places",
                        "meetings: b.places[0]: there is no place 'x'; add it to the folder places",
                        "meetings: b.issues[1]: there is no issue 'x'; add it to the folder issues",
                        "meetings: b.participations[0].actor: there is no actor 'x'; add it to the folder actors"),
                faults(new ReferenceCheck(), PLACES, file(Kind.ISSUE, "[{slug: i}]"), file(Kind.MEETING,
                        "[{slug: a, places: [x]}, {slug: b, places: [x], issues: [i, x], participations: [{actor: x}]}]")));
    }

    @Test
    void recordOfAFileThatCouldNotBeReadIsNotMissing() {
        EntryFile meetings = file(Kind.MEETING, "[{slug: a, places: [x], track: t}]");
        assertEquals(List.of("meetings: a.track: there is no track 't'; add it to the folder tracks"),
                faults(new ReferenceCheck(), EntryFiles.of(List.of(meetings), List.of(Kind.PLACE))));
    }

    @Test
    void recordsOfAnEntryAreNamedByKind() {
        assertEquals(Map.of(Kind.PLACE, Set.of("p"), Kind.ISSUE, Set.of("i", "j")),
                ReferenceCheck.referencedSlugs(file(Kind.MEETING, "[{slug: a, places: [p], issues: [j, i, 3]}]").entries().get(0)));
        assertEquals(Optional.of(Kind.TRACK), ReferenceCheck.targetKind(Kind.MEETING, "track"));
        assertEquals(Optional.empty(), ReferenceCheck.targetKind(Kind.MEETING, "title"));
    }
}
