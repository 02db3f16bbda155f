package org.parley.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the bounds of random dates with those of a search through all days of the calendar, matched character by character. */
class EdtfDaysTest {

    private static final int TRIES = 1_500;
    private static final List<LocalDate> DAYS = LocalDate.of(1800, 1, 1).datesUntil(LocalDate.of(2201, 1, 1)).toList();
    private static final List<String> TEXTS = DAYS.stream().map(LocalDate::toString).toList();

    private static Random random(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition() < repetition.getTotalRepetitions() ? repetition.getCurrentRepetition()
                : System.nanoTime();
        System.out.println("seed " + seed);
        return new Random(seed);
    }

    /** A random date of the years 1800 to 2199, possibly with unspecified last digits, and possibly not in the calendar. */
    static String date(Random random) {
        String year = masked(random, String.valueOf(1800 + random.nextInt(400)), 2);
        if (random.nextInt(6) == 0) {
            return year;
        }
        String month = masked(random, String.format(Locale.ROOT, "%02d", random.nextInt(14)), 2);
        return random.nextInt(6) == 0 ? year + "-" + month
                : year + "-" + month + "-" + masked(random, String.format(Locale.ROOT, "%02d", random.nextInt(33)), 2);
    }

    private static String masked(Random random, String digits, int most) {
        int unknown = Math.max(0, random.nextInt(2 + most) - 1);
        return digits.substring(0, digits.length() - unknown) + "X".repeat(unknown);
    }

    private static boolean matches(String day, String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != 'X' && pattern.charAt(i) != day.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static LocalDate first(String pattern) {
        for (int i = index(pattern, '0'); i <= index(pattern, '9') + 365; i++) {
            if (matches(TEXTS.get(i), pattern)) {
                return DAYS.get(i);
            }
        }
        return null;
    }

    private static LocalDate last(String pattern) {
        for (int i = index(pattern, '9') + 365; i >= index(pattern, '0'); i--) {
            if (matches(TEXTS.get(i), pattern)) {
                return DAYS.get(i);
            }
        }
        return null;
    }

    /** Returns the index in the calendar of the year with this digit for its unspecified digits. */
    private static int index(String pattern, char digit) {
        return (int) (year(pattern, digit).toEpochDay() - DAYS.get(0).toEpochDay());
    }

    private static LocalDate year(String pattern, char digit) {
        return LocalDate.of(Integer.parseInt(pattern.substring(0, 4).replace('X', digit)), 1, 1);
    }

    @RepeatedTest(3)
    void boundsAreTheFirstAndTheLastDayThatMatches(RepetitionInfo repetition) {
        Random random = random(repetition);
        int rejected = 0;
        for (int i = 0; i < TRIES; i++) {
            String pattern = date(random);
            LocalDate first = first(pattern);
            if (first == null) {
                assertThrows(EdtfException.class, () -> Edtf.parse(pattern), pattern);
                rejected++;
            } else {
                assertEquals(first + " " + last(pattern), Edtf.parse(pattern).earliest() + " " + Edtf.parse(pattern).latest(), pattern);
                assertTrue(!Edtf.parse(pattern).label().isBlank());
            }
        }
        int none = rejected;
        assertTrue(none > TRIES / 20 && none < TRIES / 2, () -> none + " of " + TRIES + " match no day");
    }

    @RepeatedTest(3)
    void intervalsReachFromTheFirstDayOfTheirStartToTheLastOfTheirEnd(RepetitionInfo repetition) {
        Random random = random(repetition);
        int accepted = 0;
        for (int i = 0; i < TRIES / 2; i++) {
            String start = random.nextInt(8) == 0 ? ".." : date(random);
            String end = random.nextInt(8) == 0 ? ".." : random.nextInt(3) == 0 ? start : date(random);
            LocalDate first = start.equals("..") ? null : first(start);
            LocalDate last = end.equals("..") ? null : last(end);
            boolean none = !start.equals("..") && first == null || !end.equals("..") && last == null;
            String text = start + "/" + end;
            if (none || first == null && last == null || first != null && last != null && first.isAfter(last)) {
                assertThrows(EdtfException.class, () -> Edtf.parse(text), text);
            } else {
                assertEquals(first + " " + last, Edtf.parse(text).earliest() + " " + Edtf.parse(text).latest(), text);
                accepted++;
            }
        }
        int some = accepted;
        assertTrue(some > TRIES / 20, () -> some + " accepted");
    }

    /** Covers all supported years. */
    @ParameterizedTest
    @ValueSource(strings = {"0XXX", "000X", "00XX-02-29", "1XXX-02-29", "9XXX-12-31", "2XXX-0X-31", "0XXX-XX-3X", "99XX-02-29",
            "3XXX-1X-30"})
    void boundsAreThoseOfAllYears(String pattern) {
        List<LocalDate> fitting = fitting(pattern).toList();
        assertEquals(fitting.get(0) + " " + fitting.get(fitting.size() - 1),
                Edtf.parse(pattern).earliest() + " " + Edtf.parse(pattern).latest());
    }

    private static Stream<LocalDate> fitting(String pattern) {
        LocalDate first = pattern.startsWith("0") ? LocalDate.of(1, 1, 1) : year(pattern, '0');
        return first.datesUntil(year(pattern, '9').plusYears(1)).filter(day -> matches(day.toString(), pattern));
    }

    /** The calendar repeats itself every 400 years. */
    @Test
    void noneIsRejectedThatHasADay() {
        for (String day : List.of("02-29", "02-30", "0X-31", "XX-31", "04-31", "1X-3X")) {
            if (TEXTS.stream().anyMatch(text -> matches(text.substring(5), day))) {
                Edtf.parse("XXXX-" + day);
            } else {
                assertThrows(EdtfException.class, () -> Edtf.parse("XXXX-" + day), day);
            }
        }
        assertThrows(EdtfException.class, () -> Edtf.parse("0XXX-02-30"));
    }
}
