package org.parley.dataset.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.table.CsvGuard;

/** Tests that text in CSV never starts a formula, and that guarding is reversible. */
class CsvGuardTest {

    private static final String[] PIECES = {"=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", "'", "''", "\"",
            "\"\"", ",", ";", "; ", " ", "\u00a0", "\u3000", "\ufeff", "\u2019", "\u201c", "\u0001", "1", "a", "=1+1", "cmd|' /C calc'!A0",
            "|", "\\", "\ud83d\udd4a", "x y", "-5", "@SUM(A1)", "0", "\u2028"};

    static LongStream seeds() {
        long fresh = new Random().nextLong();
        System.out.println("CsvGuardTest: the fresh seed is " + fresh);
        return LongStream.concat(LongStream.rangeClosed(1, 5), LongStream.of(fresh));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyTextComesBackAndStartsNoFormula(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> texts = IntStream.range(0, 4000).mapToObj(i -> text(random)).toList();
        List<ObjectNode> rows = texts.stream().map(text -> JsonNodeFactory.instance.objectNode().put("first", "a").put("text", text))
                .toList();
        List<Map<String, String>> cells = read(new CsvTable("texts", "first text", rows).text());
        assertEquals(texts, cells.stream().map(row -> CsvGuard.unguard(row.get("text"))).toList());
        cells.forEach(row -> assertStartsNoFormula(row.get("text")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\"=1\"", "'=1", "''=1", "\uff1d1",
            "\uff0b1", "\uff0d1", "\uff20A1", "a;=1", "a; =1", "a\t=1", "a\n=1", "-5", "-", "\ufeff=1"})
    void formulaGetsAnApostrophe(String text) {
        String cell = CsvGuard.guard(text);
        assertStartsNoFormula(cell);
        assertEquals(text, CsvGuard.unguard(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'t Hart", "'", "''", "'quoted'", "a=b", "1-2", "Nagorno-Karabakh", "first; second", "it's; 'tis",
            "2023-05-01/.."})
    void otherTextStaysAsItIs(String text) {
        assertEquals(text, CsvGuard.guard(text));
        assertEquals(text, CsvGuard.unguard(text));
    }

    @Test
    void numbersStayNumbers() {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("value", -5.0).put("count", -7).put("text", "-5");
        row.putArray("list").add("-a").add("@b");
        assertEquals("value,count,text,list\r\n-5,-7,'-5,'-a;' @b\r\n",
                new CsvTable("numbers", "value count text list", List.of(row)).text());
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(9); left > 0; left--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** Checks a cell as read by programs that separate by a comma, a semicolon or a tab, and strip blanks and quotes. */
    private static void assertStartsNoFormula(String cell) {
        for (String part : cell.split("[;\t\r\n]", -1)) {
            String stripped = part.replaceFirst("^[\\s\"\u00a0\u3000\ufeff]*", "");
            assertFalse(stripped.matches("(?s)[=+\\-@\uff1d\uff0b\uff0d\uff20].*"), cell);
        }
        assertFalse(cell.matches("(?s)[\t\r\n].*"), cell);
    }

    private static List<Map<String, String>> read(String csv) throws IOException {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper().readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader()).readValues(csv)) {
            return new ArrayList<>(rows.readAll());
        }
    }
}
