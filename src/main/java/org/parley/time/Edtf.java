package org.parley.time;

import java.time.LocalDate;

/**
 * A text of the Extended Date/Time Format (ISO 8601-2), read: level 1 without times of day and without years outside 0000-9999, and level
 * 2's unspecified digits.
 */
public final class Edtf {

    private static final String OPEN = "..";

    private final String text;
    private final EdtfPoint start;
    private final EdtfPoint end;
    private final boolean interval;

    private Edtf(String text) {
        this.text = text;
        int slash = text.indexOf('/');
        this.interval = slash >= 0;
        this.start = end(interval ? text.substring(0, slash) : text);
        this.end = interval ? end(text.substring(slash + 1)) : start;
        if (start == null && end == null) {
            throw new EdtfException(text, "at least one end of an interval has to be a date");
        }
        if (earliest() != null && latest() != null && earliest().isAfter(latest())) {
            throw new EdtfException(text, "its end lies before its start");
        }
    }

    /** Reads the text, or refuses it with the reason. */
    public static Edtf parse(String text) {
        if (text == null || text.isBlank()) {
            throw new EdtfException(String.valueOf(text), "it is empty");
        }
        if (text.indexOf('T') >= 0) {
            throw new EdtfException(text, "a time of day is not kept; leave out what follows the T");
        }
        return new Edtf(text);
    }

    private EdtfPoint end(String part) {
        return interval && (part.isEmpty() || part.equals(OPEN)) ? null : EdtfPoint.parse(part, text);
    }

    /** The first day it may be; null: unbounded. */
    public LocalDate earliest() {
        return start == null ? null : start.earliest();
    }

    /** The last day it may be; null: unbounded. */
    public LocalDate latest() {
        return end == null ? null : end.latest();
    }

    public DatePrecision precision() {
        if (!interval) {
            return start.precision();
        }
        return earliest() == null && latest() == null ? DatePrecision.UNKNOWN : DatePrecision.INTERVAL;
    }

    /** The words a reader would use. */
    public String label() {
        String words = interval ? intervalWords() : start.words();
        return (approximate() && !isPartOfMonth() ? "about " : "") + words + (uncertain() ? " (uncertain)" : "");
    }

    private String intervalWords() {
        if (start == null) {
            return "until " + end.words();
        }
        if (end == null) {
            return "from " + start.words();
        }
        if (isPartOfMonth()) {
            return partOfMonth() + " " + end.monthName() + (end.hasYear() ? " " + end.year() : ", year not stated");
        }
        if (sameMonth() && start.hasDay() && end.hasDay()) {
            return Integer.parseInt(start.day()) + "–" + end.words();
        }
        boolean sameYear = start.year().equals(end.year()) && start.month() != null && end.month() != null;
        String first = sameYear ? start.words().replaceFirst("(,? " + start.year() + "|, year not stated)$", "") : start.words();
        return first + " – " + end.words();
    }

    private boolean sameMonth() {
        return start.year().equals(end.year()) && start.month() != null && start.month().equals(end.month()) && !start.isSeason();
    }

    /** Approximate days that make up the first, second or last third of one month: early, mid or late. */
    private boolean isPartOfMonth() {
        return interval && start != null && end != null && approximate() && sameMonth() && start.hasDay() && end.hasDay()
                && partOfMonth() != null;
    }

    private String partOfMonth() {
        int last = Integer.parseInt(end.day());
        return switch (start.day()) {
            case "01" -> last == 10 ? "early" : null;
            case "11" -> last == 20 ? "mid" : null;
            case "21" -> last >= 28 ? "late" : null;
            default -> null;
        };
    }

    private boolean approximate() {
        return start != null && start.approximate() || end != null && end.approximate();
    }

    private boolean uncertain() {
        return start != null && start.uncertain() || end != null && end.uncertain();
    }
}
