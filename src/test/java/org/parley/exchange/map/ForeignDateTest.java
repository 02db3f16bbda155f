package org.parley.exchange.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests dates of foreign files. */
class ForeignDateTest {

    @Test
    void yearIsNoSerial() {
        List<String> formats = List.of("yyyy-MM-dd", "d/M/yyyy", "serial", "serial1904");
        IntStream.range(0, 10_000).forEach(number -> assertThrows(CellException.class,
                () -> ForeignDate.convert(String.valueOf(number), formats), String.valueOf(number)));
        assertEquals("1995", ForeignDate.convert("1995", List.of("serial", "yyyy")));
    }

    @Test
    void serialCountsDays() {
        for (int days = 10_000; days < 120_000; days += 997) {
            assertEquals(LocalDate.of(1995, 6, 1).plusDays(days - 34_851).toString(),
                    ForeignDate.convert(days + (days % 2 == 0 ? "" : ".0"), List.of("serial")));
        }
        assertThrows(CellException.class, () -> ForeignDate.convert("034851", List.of("serial")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"d/M/yy", "yy", "d.M.y", "M/d/u", "dd-MMM-yyy", "d MMMM", "d MMMM 'yyyy'", "d/M/yyyyy", "qq-yyyy-'", "yyyy yy"})
    void yearHasFourDigits(String format) {
        assertFalse(ForeignDate.isFormat(format));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"d MMMM yyyy | 5 May 2001 | 2001-05-05",
            "'on day' d 'of' MMMM yyyy | on day 5 of May 2001 | 2001-05-05", "'anyone: 'uuuu | anyone: 2001 | 2001",
            "MM.yyyy | 02.1999 | 1999-02", "yyyy 'o''clock of July' | 2001 o'clock of July | 2001"})
    void literalsStayAsTheyAre(String format, String text, String date) {
        assertTrue(ForeignDate.isFormat(format));
        assertEquals(date, ForeignDate.convert(text, List.of(format)));
    }
}
