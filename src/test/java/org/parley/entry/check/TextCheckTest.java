package org.parley.entry.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.parley.entry.check.Checked.faults;
import static org.parley.entry.check.Checked.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.entry.EntryFile;
import org.parley.entry.FaultLocator;
import org.parley.record.Kind;

/** Texts with control characters or surrounding white space are reported. */
class TextCheckTest {

    private static final String SPACE = ": starts or ends with white space; remove it";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {slug: a, name: Sound, list: [Sound, {key: Sound}]} |
            {slug: a, name: ' A'}                 | .name
            {slug: a, list: [A, ' B', C]}         | .list[1]
            {slug: a, list: [{key: A, other: 'B '}]} | .list[0].other
            {slug: a, number: 7, flag: true, none: null, name: 'A '} | .name
            """)
    void text(String entry, String path) {
        assertEquals(path == null ? List.of() : List.of("places: a" + path + SPACE),
                faults(new TextCheck(), file(Kind.PLACE, "[" + entry + "]")));
    }

    @Test
    void everyTextOfEveryEntryIsChecked() {
        assertEquals(
                List.of("places: a.x" + SPACE, "places: a.y: is blank; omit it if nothing is known",
                        "places: b.x: contains the character U+0007, which is not allowed; remove it"),
                faults(new TextCheck(), file(Kind.PLACE, "[{slug: a, x: ' A', y: ' '}, {slug: b, x: \"A\\aB\"}]")));
    }

    @Test
    void unknownKeysAreReportedByTheSchemaCheck() {
        assertEquals(List.of(), faults(new TextCheck(), file(Kind.PLACE, "[{slug: a, 'x/y': ' A', '*': ' B'}]")));
    }

    @Test
    void fileSaysHowToWriteATextWithoutAFinalLineBreak() {
        FaultLocator origin = new FaultLocator() {
            @Override
            public int line(String pointer) {
                return 3;
            }

            @Override
            public String finalLineBreakHint() {
                return ": use |-";
            }
        };
        var entries = JsonNodeFactory.instance.arrayNode();
        entries.addObject().put("slug", "a").put("x", "A\n").put("y", "A ").put("z", "\n");
        assertEquals(
                List.of("places:3: a.x" + SPACE + ": use |-", "places:3: a.y" + SPACE,
                        "places:3: a.z: is blank; omit it if nothing is known"),
                faults(new TextCheck(), new EntryFile(Kind.PLACE, "places", entries, origin)));
    }
}
