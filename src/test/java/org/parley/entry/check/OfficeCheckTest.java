package org.parley.entry.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.parley.entry.check.Checked.faults;
import static org.parley.entry.check.Checked.file;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.entry.EntryFile;
import org.parley.record.Kind;

/** An actor acts only in its own offices. */
class OfficeCheckTest {

    private static final EntryFile ACTORS = file(Kind.ACTOR,
            "[{slug: envoy, offices: [{title: Envoy}, {title: Head of talks}]}, {slug: plain}]");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {actor: envoy, office: Head of talks} |
            {actor: envoy}                        |
            {actor: nobody, office: Mayor}        |
            {office: Mayor}                       |
            {actor: envoy, office: Mayor} | 'envoy' has no office 'Mayor'; write Envoy or Head of talks, or add it to the actor at actors:0
            {actor: plain, office: Mayor} | 'plain' has no office 'Mayor'; add it to the actor at actors:0
            """)
    void office(String bearer, String fault) {
        assertEquals(fault == null ? List.of() : List.of("meetings: a.participations[0].office: " + fault),
                faults(new OfficeCheck(), ACTORS, file(Kind.MEETING, "[{slug: a, participations: [" + bearer + "]}]")));
        assertEquals(fault == null ? List.of() : List.of("agreements: a.signatories[0].office: " + fault),
                faults(new OfficeCheck(), ACTORS, file(Kind.AGREEMENT, "[{slug: a, signatories: [" + bearer + "]}]")));
    }
}
