package org.parley.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One date of an EDTF text: year, month or season, day, each perhaps unspecified, with its uncertain and approximate marks. */
record EdtfPoint(String year, String month, String day, boolean uncertain, boolean approximate) {

    private static final Pattern FORM = Pattern.compile("([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([?~%]?)");
    private static final String ANY_YEAR = "XXXX";
    private static final Map<String, String> SEASONS = Map.of("21", "spring", "22", "summer", "23", "autumn", "24", "winter");

    static EdtfPoint parse(String text, String whole) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new EdtfException(whole, "write 2023, 2023-07 or 2023-07-15, with X for a digit not known,"
                    + " and ?, ~ or % behind it where it is uncertain, approximate or both");
        }
        String mark = form.group(4);
        EdtfPoint point = new EdtfPoint(form.group(1), form.group(2), form.group(3), mark.equals("?") || mark.equals("%"),
                mark.equals("~") || mark.equals("%"));
        point.check(whole);
        return point;
    }

    private void check(String whole) {
        if (year.matches(".*X[0-9].*")) {
            throw new EdtfException(whole, "unspecified digits of a year stand at its end");
        }
        if (isSeason() ? day != null : month != null && !month.equals("XX") && !between(month, 1, 12)) {
            throw new EdtfException(whole, "there is no month " + month + (day == null ? "" : " with days"));
        }
        if (day != null && !day.equals("XX") && !between(day, 1, longestMonth())) {
            throw new EdtfException(whole, "there is no day " + day + " in that month");
        }
    }

    private static boolean between(String digits, int least, int most) {
        return digits.indexOf('X') < 0 && Integer.parseInt(digits) >= least && Integer.parseInt(digits) <= most;
    }

    private int longestMonth() {
        if (month.equals("XX")) {
            return 31;
        }
        int leapYear = 2000;
        return YearMonth.of(year.contains("X") ? leapYear : Integer.parseInt(year), Integer.parseInt(month)).lengthOfMonth();
    }

    boolean isSeason() {
        return month != null && SEASONS.containsKey(month);
    }

    boolean hasYear() {
        return !year.equals(ANY_YEAR);
    }

    DatePrecision precision() {
        if (!hasYear()) {
            return DatePrecision.UNKNOWN;
        }
        if (year.contains("X") || isSeason() || "XX".equals(month) && day != null && !day.equals("XX")) {
            return DatePrecision.INTERVAL;
        }
        if (month == null || month.equals("XX")) {
            return DatePrecision.YEAR;
        }
        return day == null || day.equals("XX") ? DatePrecision.MONTH : DatePrecision.DAY;
    }

    /** The first day it may be; null where the year is not known. */
    LocalDate earliest() {
        if (!hasYear()) {
            return null;
        }
        YearMonth first = YearMonth.of(Integer.parseInt(year.replace('X', '0')), firstMonth());
        return first.atDay(hasDay() ? Math.min(Integer.parseInt(day), first.lengthOfMonth()) : 1);
    }

    /** The last day it may be; null where the year is not known. */
    LocalDate latest() {
        if (!hasYear()) {
            return null;
        }
        YearMonth last = YearMonth.of(Integer.parseInt(year.replace('X', '9')), 1).plusMonths(lastMonth() - 1L);
        return hasDay() ? last.atDay(Math.min(Integer.parseInt(day), last.lengthOfMonth())) : last.atEndOfMonth();
    }

    /** Seasons are those of the northern half: spring is March to May, winter runs into the next year. */
    private int firstMonth() {
        if (isSeason()) {
            return 3 * (Integer.parseInt(month) - 20);
        }
        return hasMonth() ? Integer.parseInt(month) : 1;
    }

    private int lastMonth() {
        if (isSeason()) {
            return firstMonth() + 2;
        }
        return hasMonth() ? Integer.parseInt(month) : 12;
    }

    private boolean hasMonth() {
        return month != null && !month.equals("XX");
    }

    boolean hasDay() {
        return day != null && !day.equals("XX");
    }

    /** '15 July 2023', 'autumn 2020', 'the 2020s', '5 November, year not stated', without the marks. */
    String words() {
        String within = isSeason() ? SEASONS.get(month)
                : (hasDay() ? Integer.parseInt(day) + " " : "") + (hasMonth() ? monthName() : hasDay() ? "of an unknown month" : "");
        if (!hasYear()) {
            return within.isEmpty() ? "year not stated" : within.strip() + ", year not stated";
        }
        return (within.strip() + " " + yearWords()).strip();
    }

    String monthName() {
        return YearMonth.of(2000, Integer.parseInt(month)).getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private String yearWords() {
        int unknown = year.length() - year.replace("X", "").length();
        return switch (unknown) {
            case 0 -> String.valueOf(Integer.parseInt(year));
            case 1 -> "the " + year.replace('X', '0') + "s";
            default -> "between " + year.replace('X', '0') + " and " + year.replace('X', '9');
        };
    }
}
