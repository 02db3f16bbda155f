package org.parley.entry.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.entry.check.Checked.file;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.entry.EntryFiles;
import org.parley.entry.Fault;
import org.parley.entry.Progress;
import org.parley.record.Kind;

/** Runs all checks together. */
class ChecksTest {

    private static final EntryFiles FAULTY = EntryFiles.of(List.of(file(Kind.MEETING, """
            - slug: a
              kind: SUMIT
              title: ' A'
              date: 2023-13
              partOf: a
              places: [nowhere]
              attendance: {printed: about 20, lowest: 25, highest: 15}
              participations: [{actor: b, roles: [HOST], office: Mayor}]
              attestations: [{source: s, field: dte}]
            - slug: c
            - slug: c
            """), file(Kind.ACTOR, "[{slug: b, name: B, kind: PERSON}]")));

    @Test
    void everyCheckFindsItsFaults() {
        List<Fault> faults = new ArrayList<>();
        Checks.run(FAULTY, faults::add);
        for (String words : List.of("write SUMMIT", "starts or ends with white space", "not an EDTF date", "is already used by the meeting",
                "there is no place 'nowhere'", "has no office 'Mayor'", "has no field 'dte'", "forms a cycle",
                "25 is greater than the highest number")) {
            assertTrue(faults.stream().anyMatch(fault -> fault.message().contains(words)), words);
        }
    }

    @Test
    void progressIsReportedCheckByCheck() {
        List<String> heard = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Checks.run(FAULTY, faults::add, new Progress() {
            @Override
            public void begin(String step, long total) {
                heard.add(step + " " + total);
            }

            @Override
            public void advance(long done) {
                heard.add(done + " after " + (faults.isEmpty() ? "none" : "some"));
            }
        });
        assertEquals("checks 16", heard.get(0));
        assertEquals(List.of("1 after some"), heard.subList(1, heard.size()).stream().distinct().toList());
        assertEquals(17, heard.size());
    }
}
