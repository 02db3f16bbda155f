package org.parley.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of locators, and which kinds of source have them. */
class LocatorTest {

    private static String parts(String locator) {
        return Locator.of(locator).parts().entrySet().stream().map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            title, TITLE=
            author note, AUTHOR_NOTE=
            publication line, PUBLICATION_LINE=
            paragraph 4, PARAGRAPH=4
            section 3.1.12, SECTION=3.1.12
            annex 1, ANNEX=1
            annex 1 article 2, ANNEX=1 ARTICLE=2
            annex 1 article 2 paragraph 3, ANNEX=1 ARTICLE=2 PARAGRAPH=3
            annex 2 footnote 9, ANNEX=2 FOOTNOTE=9
            page 12 paragraph 3, PAGE=12 PARAGRAPH=3
            table 3, TABLE=3
            table 3 row 5, TABLE=3 ROW=5
            annex 1 table 3 row 5, ANNEX=1 TABLE=3 ROW=5
            row 118, ROW=118
            record AgtId 864, RECORD=AgtId 864
            record row 5, RECORD=row 5
            time 00:14:30, TIME=00:14:30
            time 25:59:59, TIME=25:59:59
            """)
    void partsAreReadInTheirOrder(String locator, String parts) {
        assertEquals(parts, parts(locator));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "somewhere", "paragraph", "paragraph 0", "paragraph 04", "paragraph 4 ", "paragraph  4", "Paragraph 4",
            "title 1", "title\n", "article 2 annex 1", "row 5 table 3", "table 3 row", "annex 1 title", "annex 1 row 5",
            "footnote 1 paragraph 2", "time 0:14:30", "time 00:60:00", "time 00:00:60", "time 14:30", "record", "page 3.1", "article 3."})
    void otherTextsHaveNoParts(String text) {
        assertEquals("", parts(text));
    }

    @ParameterizedTest
    @EnumSource
    void kindOfSourceHasTheLocatorsOfTheTable(SourceKind kind) {
        for (LocatorKind part : LocatorKind.values()) {
            assertEquals(Map.of(part, part.hasValue() ? part.example().substring(part.word().length() + 1) : ""),
                    Locator.of(part.example()).parts());
            assertEquals(part.isIn(kind), Locator.isIn(kind, part.example()), kind + " " + part);
            assertEquals(part.isIn(kind), (", " + Locator.examples(kind) + ",").contains(", " + part.example() + ","), kind + " " + part);
        }
    }

    @Test
    void combinedLocatorNeedsAllItsParts() {
        assertTrue(Locator.isIn(SourceKind.PAPER, "table 3 row 5"));
        assertFalse(Locator.isIn(SourceKind.PAPER, "row 5"));
        assertFalse(Locator.isIn(SourceKind.OPINION, "table 3 row 5"));
        assertFalse(Locator.isIn(SourceKind.PAPER, "annex 1 article 2"));
        assertTrue(Locator.isIn(SourceKind.PAPER, "annex 1 section 2"));
        assertFalse(Locator.isIn(SourceKind.NEWS, "annex 1 section 2"));
        assertFalse(Locator.isIn(SourceKind.OFFICIAL_DOCUMENT, "time 00:14:30"));
        assertFalse(Locator.isIn(SourceKind.PAPER, "page 3\n"));
        assertFalse(Locator.isIn(SourceKind.PAPER, "on page 3"));
    }

    @Test
    void tableIsDocumented() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("seeds/README.md"));
        List<String> rows = Stream
                .of(LocatorKind
                        .values())
                .map(part -> "| `" + part.example() + "` | " + (part.kinds().size() == SourceKind.values().length ? "all"
                        : part.kinds().stream().map(SourceKind::name).collect(Collectors.joining(", "))) + " |")
                .toList();
        int first = lines.indexOf(rows.get(0));
        assertTrue(first > 0, String.join("\n", rows));
        assertEquals(String.join("\n", rows), String.join("\n", lines.subList(first, first + rows.size())));
    }
}
