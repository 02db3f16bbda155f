package org.parley.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Tests that a date keeps the stated text apart from its reading. */
class PartialDateTest {

    private static final String NO_YEAR = "XXXX-11-05";
    private static final String READ_AS_2024 = "2024-11-05";
    private static final LocalDate FIFTH_OF_NOVEMBER_2024 = LocalDate.of(2024, 11, 5);

    @Test
    void whatTheSourcesSayIsNotInferred() {
        PartialDate date = PartialDate.of("2023-07-15");
        assertFalse(date.inferred);
        assertNull(date.reading);
        assertEquals(LocalDate.of(2023, 7, 15), date.earliest);
        assertEquals(LocalDate.of(2023, 7, 15), date.latest);
    }

    @Test
    void aReadingBoundsTheDateAndIsInferred() {
        PartialDate date = PartialDate.of(NO_YEAR, READ_AS_2024, false);
        assertTrue(date.inferred);
        assertEquals(FIFTH_OF_NOVEMBER_2024, date.earliest);
        assertEquals(FIFTH_OF_NOVEMBER_2024, date.latest);
    }

    @Test
    void aReadingIsNeverShownAsWhatTheSourcesSay() {
        PartialDate date = PartialDate.of(NO_YEAR, READ_AS_2024, true);
        assertEquals(NO_YEAR, date.edtf);
        assertEquals(NO_YEAR, date.toString());
        assertEquals("5 November, year not stated", date.getLabel());
        assertEquals(DatePrecision.UNKNOWN, date.getPrecision());
    }

    @Test
    void aWholeDateMayBeInferredWithoutAReading() {
        PartialDate date = PartialDate.of("2023-07-18?/2023-09?", null, true);
        assertTrue(date.inferred);
        assertNull(date.reading);
        assertEquals(LocalDate.of(2023, 7, 18), date.earliest);
        assertEquals(LocalDate.of(2023, 9, 30), date.latest);
    }

    @Test
    void withoutAYearAndAReadingItHasNoBounds() {
        PartialDate date = PartialDate.of(NO_YEAR);
        assertNull(date.earliest);
        assertNull(date.latest);
        assertFalse(date.inferred);
    }

    @Test
    void itStandsAtItsFirstDayElseAtItsLastElseAtTheEnd() {
        assertEquals(LocalDate.of(2023, 5, 1), PartialDate.of("2023-05").sortDay());
        assertEquals(LocalDate.of(2023, 7, 15), PartialDate.of("../2023-07-15").sortDay());
        assertEquals(FIFTH_OF_NOVEMBER_2024, PartialDate.of(NO_YEAR, READ_AS_2024, true).sortDay());
        assertEquals(LocalDate.MAX, PartialDate.of(NO_YEAR).sortDay());
    }

    @Test
    void bothTextsHaveToBeEdtf() {
        assertRejected("5 November", () -> PartialDate.of("5 November", READ_AS_2024, true));
        assertRejected("2024", () -> PartialDate.of(NO_YEAR, "in 2024", true));
    }

    private static void assertRejected(String text, Runnable date) {
        assertTrue(assertThrows(EdtfException.class, date::run).getMessage().contains(text));
    }

    @Test
    void equalDatesSayTheSameAndWereReadTheSame() {
        PartialDate date = PartialDate.of(NO_YEAR, READ_AS_2024, true);
        assertEquals(date, PartialDate.of(NO_YEAR, READ_AS_2024, true));
        assertEquals(date.hashCode(), PartialDate.of(NO_YEAR, READ_AS_2024, true).hashCode());
        assertNotEquals(date, PartialDate.of(NO_YEAR));
        assertNotEquals(date, PartialDate.of(READ_AS_2024));
        assertNotEquals(PartialDate.of(READ_AS_2024), PartialDate.of(READ_AS_2024, null, true));
    }
}
