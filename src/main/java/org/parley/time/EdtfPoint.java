package org.parley.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One date of an EDTF text: year, month or season, and day, each possibly unspecified, and whether it is uncertain or approximate. */
record EdtfPoint(String year, String month, String day, boolean uncertain, boolean approximate) {

    private static final Pattern FORM = Pattern.compile("([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([?~%]?)");
    private static final Pattern UNKNOWN_BEFORE_KNOWN = Pattern.compile("X[0-9]");
    private static final String ANY_YEAR = "XXXX";
    private static final String ANY = "XX";
    private static final int LEAP_YEAR = 2000;
    private static final Map<String, String> SEASONS = Map.of("21", "spring", "22", "summer", "23", "autumn", "24", "winter");

    static EdtfPoint parse(String text, String whole) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new EdtfException(whole, "write 2023, 2023-07 or 2023-07-15, with X for an unknown digit,"
                    + " and ?, ~ or % at the end for uncertain, approximate or both");
        }
        String mark = form.group(4);
        EdtfPoint point = new EdtfPoint(form.group(1), form.group(2), form.group(3), mark.equals("?") || mark.equals("%"),
                mark.equals("~") || mark.equals("%"));
        point.check(whole);
        return point;
    }

    private void check(String whole) {
        if (Stream.of(year, month == null ? ANY : month, day == null ? ANY : day)
                .anyMatch(part -> UNKNOWN_BEFORE_KNOWN.matcher(part).find())) {
            throw new EdtfException(whole, "only the last digits of a year, month or day can be unknown");
        }
        if (isSeason() && day != null) {
            throw new EdtfException(whole, "a season has no days");
        }
        if (month != null && !isSeason() && matchingNumbers(month, 12).findAny().isEmpty()) {
            throw new EdtfException(whole, "there is no month " + month);
        }
        EdtfDays days = new EdtfDays(this);
        if (days.lastYear() < EdtfDays.FIRST_YEAR) {
            throw new EdtfException(whole, "years are 0001 to 9999");
        }
        if (days.first().isEmpty()) {
            throw new EdtfException(whole, "there is no day " + day + " in that month");
        }
        if (days.last().orElseThrow().getYear() > EdtfDays.LAST_YEAR) {
            throw new EdtfException(whole, "its last day is after 9999-12-31");
        }
    }

    /** Returns the numbers from 1 that match the digits; X matches any digit. */
    static IntStream matchingNumbers(String digits, int max) {
        return IntStream.rangeClosed(1, max).filter(number -> fits(digits.charAt(0), number / 10) && fits(digits.charAt(1), number % 10));
    }

    private static boolean fits(char digit, int number) {
        return digit == 'X' || digit == '0' + number;
    }

    private int longestMonth() {
        if (month.contains("X")) {
            return 31;
        }
        return YearMonth.of(year.contains("X") ? LEAP_YEAR : Integer.parseInt(year), Integer.parseInt(month)).lengthOfMonth();
    }

    boolean isSeason() {
        return month != null && SEASONS.containsKey(month);
    }

    boolean hasYear() {
        return !year.equals(ANY_YEAR);
    }

    boolean hasMonth() {
        return month != null && !month.equals(ANY);
    }

    boolean hasDay() {
        return day != null && !day.equals(ANY);
    }

    /** Whether year, month and day are all unspecified. */
    boolean isBlank() {
        return !hasYear() && !hasMonth() && !hasDay();
    }

    boolean sameMonth(EdtfPoint other) {
        return hasMonth() && year.equals(other.year) && month.equals(other.month);
    }

    /** Whether this is the month or year of the other date. */
    boolean contains(EdtfPoint other) {
        return hasYear() && !hasDay() && (hasMonth() ? sameMonth(other) && other.hasDay() : year.equals(other.year) && other.hasMonth());
    }

    DatePrecision precision() {
        if (!hasYear()) {
            return DatePrecision.UNKNOWN;
        }
        boolean whole = !year.contains("X") && !isSeason() && (!hasMonth() || !month.contains("X"))
                && (!hasDay() || hasMonth() && !day.contains("X"));
        if (!whole) {
            return DatePrecision.INTERVAL;
        }
        return hasDay() ? DatePrecision.DAY : hasMonth() ? DatePrecision.MONTH : DatePrecision.YEAR;
    }

    /** The first day it may be; null where the year is not known. */
    LocalDate earliest() {
        return hasYear() ? new EdtfDays(this).first().orElseThrow() : null;
    }

    /** The last day it may be; null where the year is not known. */
    LocalDate latest() {
        return hasYear() ? new EdtfDays(this).last().orElseThrow() : null;
    }

    /** Whether every digit of year, month and day is known. */
    boolean isDay() {
        return day != null && (year + month + day).indexOf('X') < 0;
    }

    int firstDay() {
        return matchingNumbers(day, 31).min().getAsInt();
    }

    int lastDay() {
        return matchingNumbers(day, longestMonth()).max().getAsInt();
    }

    boolean endsMonth() {
        return lastDay() == longestMonth() || !hasYear() && month.equals("02") && lastDay() == 28;
    }

    /** Returns '15 July 2023', 'autumn 2020', 'the 2020s' or '5 November, year not stated', without 'about' and '(uncertain)'. */
    String text() {
        if (!hasMonth() && hasDay()) {
            return "day " + span(firstDay(), lastDay())
                    + (hasYear() ? ", month not stated, " + yearWords("") : ", month and year not stated");
        }
        return hasMonth() ? textWithoutYear() + yearWords(" ") : hasYear() ? yearWords("") : "year not stated";
    }

    /** As {@link #text()} without the year: '15 July', 'autumn'. */
    String textWithoutYear() {
        return (hasDay() ? span(firstDay(), lastDay()) + " " : "") + monthWords();
    }

    /** As {@link #text()} without the day: 'July 2023', 'July, year not stated'. */
    String monthAndYear() {
        return monthWords() + yearWords(" ");
    }

    private static String span(int first, int last) {
        return first == last ? String.valueOf(first) : first + "–" + last;
    }

    private String monthWords() {
        if (isSeason()) {
            return SEASONS.get(month);
        }
        List<Integer> months = new EdtfDays(this).months();
        String first = name(months.get(0));
        return months.size() == 1 ? first : first + "–" + name(months.get(months.size() - 1));
    }

    private static String name(int month) {
        return YearMonth.of(LEAP_YEAR, month).getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private String yearWords(String gap) {
        EdtfDays days = new EdtfDays(this);
        int unknown = year.length() - year.replace("X", "").length();
        return switch (unknown) {
            case 0 -> gap + Integer.parseInt(year);
            case 1 -> days.firstYear() == EdtfDays.FIRST_YEAR ? gap + "between 1 and 9"
                    : (gap.isEmpty() ? "the " : " in the ") + year.replace('X', '0') + "s";
            case 4 -> ", year not stated";
            default -> gap + "between " + days.firstYear() + " and " + days.lastYear();
        };
    }
}
