package org.parley.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.parley.time.DatePrecision.INTERVAL;
import static org.parley.time.DatePrecision.UNKNOWN;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the first and last day, the precision and the label of EDTF (ISO 8601-2) texts, and the messages for invalid ones. */
class EdtfTest {

    private static final String OPEN = "open";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # days, months, years
            2023-07-15 | DAY   | 2023-07-15 | 2023-07-15
            2023-05    | MONTH | 2023-05-01 | 2023-05-31
            2021       | YEAR  | 2021-01-01 | 2021-12-31
            0001       | YEAR  | 0001-01-01 | 0001-12-31
            9999-12-31 | DAY   | 9999-12-31 | 9999-12-31
            # leap days, and the last day of February
            2024-02-29 | DAY   | 2024-02-29 | 2024-02-29
            2000-02-29 | DAY   | 2000-02-29 | 2000-02-29
            2024-02    | MONTH | 2024-02-01 | 2024-02-29
            2023-02    | MONTH | 2023-02-01 | 2023-02-28
            1900-02    | MONTH | 1900-02-01 | 1900-02-28
            # marks say how far to trust it, and move no bound
            2021?      | YEAR  | 2021-01-01 | 2021-12-31
            2020-10~   | MONTH | 2020-10-01 | 2020-10-31
            2004-06-11% | DAY  | 2004-06-11 | 2004-06-11
            # seasons of the northern half; winter runs into the next year
            2001-21    | INTERVAL | 2001-03-01 | 2001-05-31
            2001-22    | INTERVAL | 2001-06-01 | 2001-08-31
            2001-23    | INTERVAL | 2001-09-01 | 2001-11-30
            2001-24    | INTERVAL | 2001-12-01 | 2002-02-28
            2023-24    | INTERVAL | 2023-12-01 | 2024-02-29
            2001-21?   | INTERVAL | 2001-03-01 | 2001-05-31
            # unspecified digits
            201X       | INTERVAL | 2010-01-01 | 2019-12-31
            20XX       | INTERVAL | 2000-01-01 | 2099-12-31
            2XXX       | INTERVAL | 2000-01-01 | 2999-12-31
            2004-XX    | YEAR     | 2004-01-01 | 2004-12-31
            2004-XX-XX | YEAR     | 2004-01-01 | 2004-12-31
            2004-07-XX | MONTH    | 2004-07-01 | 2004-07-31
            2023-1X    | INTERVAL | 2023-10-01 | 2023-12-31
            2023-0X    | INTERVAL | 2023-01-01 | 2023-09-30
            2023-05-2X | INTERVAL | 2023-05-20 | 2023-05-29
            2023-05-3X | INTERVAL | 2023-05-30 | 2023-05-31
            2023-02-2X | INTERVAL | 2023-02-20 | 2023-02-28
            2004-XX-15 | INTERVAL | 2004-01-15 | 2004-12-15
            2023-1X-31 | INTERVAL | 2023-10-31 | 2023-12-31
            201X-05    | INTERVAL | 2010-05-01 | 2019-05-31
            # only days that there are: leap days, and the last days of long months
            201X-02-29 | INTERVAL | 2012-02-29 | 2016-02-29
            190X-02-29 | INTERVAL | 1904-02-29 | 1908-02-29
            20XX-02-29 | INTERVAL | 2000-02-29 | 2096-02-29
            19XX-02-2X | INTERVAL | 1900-02-20 | 1999-02-28
            2023-0X-31 | INTERVAL | 2023-01-31 | 2023-08-31
            2023-XX-31 | INTERVAL | 2023-01-31 | 2023-12-31
            2023-0X-3X | INTERVAL | 2023-01-30 | 2023-09-30
            201X-0X-29 | INTERVAL | 2010-01-29 | 2019-09-29
            # years begin with 0001, and end with 9999
            000X       | INTERVAL | 0001-01-01 | 0009-12-31
            0XXX       | INTERVAL | 0001-01-01 | 0999-12-31
            000X-02-29 | INTERVAL | 0004-02-29 | 0008-02-29
            9XXX       | INTERVAL | 9000-01-01 | 9999-12-31
            9998-24    | INTERVAL | 9998-12-01 | 9999-02-28
            15XX-12-25 | INTERVAL | 1500-12-25 | 1599-12-25
            # intervals: from the first day of the start to the last of the end
            1964/2008             | INTERVAL | 1964-01-01 | 2008-12-31
            2004-06/2006-08       | INTERVAL | 2004-06-01 | 2006-08-31
            2020-10-19/2020-10-20 | INTERVAL | 2020-10-19 | 2020-10-20
            2004-02-01/2005       | INTERVAL | 2004-02-01 | 2005-12-31
            2023-07-18?/2023-09?  | INTERVAL | 2023-07-18 | 2023-09-30
            2023?/2023-07-16      | INTERVAL | 2023-01-01 | 2023-07-16
            2023-07-15/2023-07-15 | INTERVAL | 2023-07-15 | 2023-07-15
            2004-06-XX/2004-07-03 | INTERVAL | 2004-06-01 | 2004-07-03
            2020-21/2020-23       | INTERVAL | 2020-03-01 | 2020-11-30
            201X/202X             | INTERVAL | 2010-01-01 | 2029-12-31
            # open ends, and ends that are not known
            ../2023-07-15 | INTERVAL | open       | 2023-07-15
            1985-04-12/.. | INTERVAL | 1985-04-12 | open
            /1985         | INTERVAL | open       | 1985-12-31
            1985/         | INTERVAL | 1985-01-01 | open
            2020/XXXX     | INTERVAL | 2020-01-01 | open
            # without a year there is no bound
            XXXX       | UNKNOWN | open | open
            XXXX-11    | UNKNOWN | open | open
            XXXX-11-05 | UNKNOWN | open | open
            XXXX-02-29 | UNKNOWN | open | open
            XXXX-12-XX | UNKNOWN | open | open
            XXXX-10-21~/XXXX-10-31~ | UNKNOWN | open | open
            """)
    void bounds(String text, DatePrecision precision, String earliest, String latest) {
        Edtf date = Edtf.parse(text);
        assertEquals(precision, date.precision());
        assertEquals(day(earliest), date.earliest());
        assertEquals(day(latest), date.latest());
    }

    private static LocalDate day(String text) {
        return text.equals(OPEN) ? null : LocalDate.parse(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023-07-15 | 15 July 2023
            2020-11-02 | 2 November 2020
            2023-05    | May 2023
            2021       | 2021
            2021?      | 2021 (uncertain)
            2020-10~   | about October 2020
            2004-06-11% | about 11 June 2004 (uncertain)
            2023-23    | autumn 2023
            201X       | the 2010s
            20XX       | between 2000 and 2099
            2004-07-XX | July 2004
            2004-XX-XX | 2004
            2004-XX-15 | day 15, month not stated, 2004
            2023-1X    | October–December 2023
            2023-05-2X | 20–29 May 2023
            201X-05    | May in the 2010s
            201X-02-29 | 29 February in the 2010s
            2023-0X-31 | 31 January–August 2023
            000X       | between 1 and 9
            0XXX       | between 1 and 999
            0987       | 987
            15XX-12-25 | 25 December between 1500 and 1599
            # the year is not stated
            XXXX-11-05 | 5 November, year not stated
            XXXX-11    | November, year not stated
            XXXX-21    | spring, year not stated
            XXXX-XX-05 | day 5, month and year not stated
            XXXX       | year not stated
            XXXX?      | year not stated
            # parts of a month
            2020-11-01~/2020-11-10~ | early November 2020
            2023-05-11~/2023-05-20~ | mid-May 2023
            2023-05-21~/2023-05-31~ | late May 2023
            2023-02-21~/2023-02-28~ | late February 2023
            2023-05-21%/2023-05-31% | late May 2023 (uncertain)
            XXXX-10-21~/XXXX-10-31~ | late October, year not stated
            XXXX-02-21~/XXXX-02-28~ | late February, year not stated
            XXXX-03-21~/XXXX-03-28~ | about 21–28 March, year not stated
            2024-02-21~/2024-02-28~ | about 21–28 February 2024
            2023-05-21/2023-05-31   | 21–31 May 2023
            # intervals say what both ends share only once
            2020-10-19/2020-10-20   | 19–20 October 2020
            XXXX-11-05/XXXX-11-07   | 5–7 November, year not stated
            2021-01-09/2021-10      | 9 January – October 2021
            2020-11-09/2021-01-29   | 9 November 2020 – 29 January 2021
            2004-02-01/2005-02-08   | 1 February 2004 – 8 February 2005
            1992/2021               | 1992 – 2021
            1994/2020-09            | 1994 – September 2020
            XXXX-12/XXXX-01         | December – January, year not stated
            2023-07-15/2023-07-15   | 15 July 2023
            # one end is the year or month in which the other lies
            2023/2023-07-16         | 2023, until 16 July
            2023-07/2023-07-15      | July 2023, until 15 July
            2023-05/2023            | 2023, from May
            # marks: once where both ends bear them, else at the end that does
            2023-07-18?/2023-09?    | 18 July – September 2023 (uncertain)
            2020-09~/2020-11~       | about September – November 2020
            2020-09-27~/2020-11-09  | about 27 September – 9 November 2020
            2020/2021~              | 2020 – about 2021
            2023-07-18?/2023-09     | 18 July (uncertain) – September 2023
            2020-10-19/2020-10-20?  | 19 October – 20 October 2020 (uncertain)
            2023?/2023-07-17        | 2023 (uncertain), until 17 July
            # ends that are open, or not known
            ../2023-07-15           | until 15 July 2023
            2020-11-10/..           | from 10 November 2020
            ../2023~                | until about 2023
            /1985                   | until 1985, start not known
            1985-04-12/             | from 12 April 1985, end not known
            2020/XXXX               | from 2020, end not known
            XXXX/..                 | year not stated
            """)
    void label(String text, String words) {
        assertEquals(words, Edtf.parse(text).label());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0000                  | years are 0001 to 9999
            0000-02-29            | years are 0001 to 9999
            ../0000               | years are 0001 to 9999
            9999-24               | its last day is after 9999-12-31
            999X-24               | its last day is after 9999-12-31
            2023-0X-32            | there is no day 32 in that month
            20XX-02-30            | there is no day 30 in that month
            20XX-0X-00            | there is no day 00 in that month
            2001-02-29/2001-03    | there is no day 29 in that month
            201X-02-29/2011       | the end is before the start; write the earlier date first
            ../                   | at least one end of an interval must be a date
            2023-13               | there is no month 13
            2023-00               | there is no month 00
            2023-2X               | there is no month 2X
            2023-04-31            | there is no day 31 in that month
            2023-01-00            | there is no day 00 in that month
            2023-02-29            | there is no day 29 in that month
            1900-02-29            | there is no day 29 in that month
            XXXX-02-30            | there is no day 30 in that month
            2023-02-3X            | there is no day 3X in that month
            2001-21-05            | a season has no days
            X023                  | only the last digits of a year, month or day can be unknown
            2X23                  | only the last digits of a year, month or day can be unknown
            2023-X5               | only the last digits of a year, month or day can be unknown
            2023-05-X5            | only the last digits of a year, month or day can be unknown
            2023-07-15/2023-07-01 | the end is before the start; write the earlier date first
            2023/2022             | the end is before the start; write the earlier date first
            XXXX-11-05/XXXX-11-03 | the end is before the start; write the earlier date first
            /                     | at least one end of an interval must be a date
            ../..                 | at least one end of an interval must be a date
            2023-05-01T10:00:00Z  | times of day are not supported; remove the T and what follows
            """)
    void rejection(String text, String reason) {
        EdtfException rejection = assertThrows(EdtfException.class, () -> Edtf.parse(text));
        assertEquals("'" + text + "' is not an EDTF date: " + reason, rejection.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"May 2023", "15.07.2023", "2023/07/15", "2023-5-1", "23-05", "2023-07-15 ", "2023-07-15?~", "?2023", "2023?-05",
            "-0044", "Y17000", "[2023..2024]", "2023/2024/2025", "unknown/2020", "..", "Tuesday"})
    void rejectionOfAnotherFormSaysWhatToWrite(String text) {
        EdtfException rejection = assertThrows(EdtfException.class, () -> Edtf.parse(text));
        assertEquals("'" + text + "' is not an EDTF date: write 2023, 2023-07 or 2023-07-15, with X for an unknown digit,"
                + " and ?, ~ or % at the end for uncertain, approximate or both", rejection.getMessage());
    }

    @Test
    void rejectionOfNothing() {
        assertEquals("'null' is not an EDTF date: it is empty", assertThrows(EdtfException.class, () -> Edtf.parse(null)).getMessage());
        assertEquals("' ' is not an EDTF date: it is empty", assertThrows(EdtfException.class, () -> Edtf.parse(" ")).getMessage());
    }

    @Test
    void anIntervalOfWhichNoYearIsKnownIsUnknown() {
        assertEquals(UNKNOWN, Edtf.parse("XXXX-05/XXXX-06").precision());
        assertEquals(INTERVAL, Edtf.parse("XXXX-05/2023-06").precision());
        assertNull(Edtf.parse("XXXX-05/2023-06").earliest());
    }
}
