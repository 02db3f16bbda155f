package org.parley.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The days of the calendar that one date of an EDTF text may be, among the years that are kept: those of the Common Era that have four
 * digits. ISO 8601's year 0000 is 1 BC, which PostgreSQL writes otherwise.
 */
final class EdtfDays {

    static final int FIRST_YEAR = 1;
    static final int LAST_YEAR = 9999;

    private final EdtfPoint point;

    EdtfDays(EdtfPoint point) {
        this.point = point;
    }

    /** Digits that are not known end a year: the years that fit follow one another. */
    int firstYear() {
        return Math.max(FIRST_YEAR, Integer.parseInt(point.year().replace('X', '0')));
    }

    int lastYear() {
        return Integer.parseInt(point.year().replace('X', '9'));
    }

    /** The first of the days; empty where no day of the calendar fits. */
    Optional<LocalDate> first() {
        if (point.isDay()) {
            return day();
        }
        return IntStream.rangeClosed(firstYear(), lastYear()).boxed().flatMap(this::days).findFirst();
    }

    /** The last of the days, perhaps past the last year: winter runs into the next. */
    Optional<LocalDate> last() {
        if (point.isDay()) {
            return day();
        }
        return IntStream.iterate(lastYear(), year -> year >= firstYear(), year -> year - 1).boxed()
                .flatMap(year -> days(year).max(Comparator.naturalOrder()).stream()).findFirst();
    }

    /** That day, where it is one; most dates are such. */
    private Optional<LocalDate> day() {
        int year = Integer.parseInt(point.year());
        int month = Integer.parseInt(point.month());
        int day = Integer.parseInt(point.day());
        boolean exists = year >= FIRST_YEAR && month >= 1 && month <= 12 && YearMonth.of(year, month).isValidDay(day);
        return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    /** The months in which one of the days lies. */
    List<Integer> months() {
        return candidates().filter(month -> IntStream.rangeClosed(firstYear(), lastYear())
                .anyMatch(year -> days(YearMonth.of(year, month)).findAny().isPresent())).boxed().toList();
    }

    /** The days of one year, in order; of a span of days only the first and the last. */
    private Stream<LocalDate> days(int year) {
        if (point.isSeason()) {
            YearMonth first = YearMonth.of(year, 3 * (Integer.parseInt(point.month()) - 20));
            return Stream.of(first.atDay(1), first.plusMonths(2).atEndOfMonth());
        }
        return candidates().boxed().flatMap(month -> days(YearMonth.of(year, month)));
    }

    private IntStream candidates() {
        return point.hasMonth() ? EdtfPoint.fitting(point.month(), 12) : IntStream.rangeClosed(1, 12);
    }

    private Stream<LocalDate> days(YearMonth month) {
        return point.hasDay() ? EdtfPoint.fitting(point.day(), month.lengthOfMonth()).mapToObj(month::atDay)
                : Stream.of(month.atDay(1), month.atEndOfMonth());
    }
}
