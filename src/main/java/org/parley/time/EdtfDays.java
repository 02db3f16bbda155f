package org.parley.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Computes the days that match one date of an EDTF text, from year 0001 to 9999. The year 0000 of ISO 8601 is 1 BC, which PostgreSQL writes
 * differently.
 */
final class EdtfDays {

    static final int FIRST_YEAR = 1;
    static final int LAST_YEAR = 9999;

    private final EdtfPoint point;

    EdtfDays(EdtfPoint point) {
        this.point = point;
    }

    /** Unspecified digits are at the end of a year, so the matching years are consecutive. */
    int firstYear() {
        return Math.max(FIRST_YEAR, Integer.parseInt(point.year().replace('X', '0')));
    }

    int lastYear() {
        return Integer.parseInt(point.year().replace('X', '9'));
    }

    /** Returns the first day; empty if no day of the calendar matches. */
    Optional<LocalDate> first() {
        if (point.isDay()) {
            return exactDay();
        }
        return IntStream.rangeClosed(firstYear(), lastYear()).boxed().flatMap(this::days).findFirst();
    }

    /** Returns the last day, if there is a first one. It may be after the last year, as winter ends in the next year. */
    Optional<LocalDate> last() {
        if (point.isDay()) {
            return exactDay();
        }
        return IntStream.iterate(lastYear(), year -> year - 1).boxed().flatMap(year -> days(year).max(Comparator.naturalOrder()).stream())
                .findFirst();
    }

    private Optional<LocalDate> exactDay() {
        int year = Integer.parseInt(point.year());
        int month = Integer.parseInt(point.month());
        int day = Integer.parseInt(point.day());
        return YearMonth.of(year, month).isValidDay(day) ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    /** Returns the months with a matching day. */
    List<Integer> months() {
        return candidates().filter(month -> IntStream.rangeClosed(firstYear(), lastYear())
                .anyMatch(year -> days(YearMonth.of(year, month)).findAny().isPresent())).boxed().toList();
    }

    /** Returns the days of a year in order; of consecutive days only the first and the last. */
    private Stream<LocalDate> days(int year) {
        if (point.isSeason()) {
            YearMonth first = YearMonth.of(year, 3 * (Integer.parseInt(point.month()) - 20));
            return Stream.of(first.atDay(1), first.plusMonths(2).atEndOfMonth());
        }
        return candidates().boxed().flatMap(month -> days(YearMonth.of(year, month)));
    }

    private IntStream candidates() {
        return point.hasMonth() ? EdtfPoint.matchingNumbers(point.month(), 12) : IntStream.rangeClosed(1, 12);
    }

    private Stream<LocalDate> days(YearMonth month) {
        return point.hasDay() ? EdtfPoint.matchingNumbers(point.day(), month.lengthOfMonth()).mapToObj(month::atDay)
                : Stream.of(month.atDay(1), month.atEndOfMonth());
    }
}
