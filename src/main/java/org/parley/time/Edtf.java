package org.parley.time;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A text of the Extended Date/Time Format (ISO 8601-2), read: level 1 without times of day and without years outside 0001-9999, and level
 * 2's unspecified digits where they end a year, month or day.
 */
public final class Edtf {

    private static final String OPEN = "..";
    private static final Pattern TIME_OF_DAY = Pattern.compile("[0-9X]T");

    private final String text;
    private final String startText;
    private final String endText;
    private final EdtfPoint start;
    private final EdtfPoint end;
    private final boolean interval;
    private final LocalDate earliest;
    private final LocalDate latest;

    private Edtf(String text) {
        this.text = text;
        int slash = text.indexOf('/');
        this.interval = slash >= 0;
        this.startText = interval ? text.substring(0, slash) : text;
        this.endText = interval ? text.substring(slash + 1) : text;
        this.start = end(startText);
        this.end = interval ? end(endText) : start;
        if (start == null && end == null) {
            throw new EdtfException(text, "at least one end of an interval has to be a date");
        }
        this.earliest = start == null ? null : start.earliest();
        this.latest = end == null ? null : end.latest();
        if (isTurnedRound()) {
            throw new EdtfException(text, "its end lies before its start");
        }
    }

    /** Reads the text, or refuses it with the reason. */
    public static Edtf parse(String text) {
        if (text == null || text.isBlank()) {
            throw new EdtfException(String.valueOf(text), "it is empty");
        }
        if (TIME_OF_DAY.matcher(text).find()) {
            throw new EdtfException(text, "a time of day is not kept; leave out what follows the T");
        }
        return new Edtf(text);
    }

    private EdtfPoint end(String part) {
        return interval && (part.isEmpty() || part.equals(OPEN)) ? null : EdtfPoint.parse(part, text);
    }

    private boolean isTurnedRound() {
        if (earliest() != null && latest() != null) {
            return earliest().isAfter(latest());
        }
        return start != null && end != null && !start.hasYear() && start.sameMonth(end) && start.hasDay() && end.hasDay()
                && start.firstDay() > end.lastDay();
    }

    /** The first day it may be; null: unbounded. */
    public LocalDate earliest() {
        return earliest;
    }

    /** The last day it may be; null: unbounded. */
    public LocalDate latest() {
        return latest;
    }

    public DatePrecision precision() {
        if (!interval) {
            return start.precision();
        }
        return earliest() == null && latest() == null ? DatePrecision.UNKNOWN : DatePrecision.INTERVAL;
    }

    /** The words a reader would use. */
    public String label() {
        return interval ? EdtfLabel.of(start, end, !startText.equals(OPEN), !endText.equals(OPEN)) : EdtfLabel.of(start);
    }
}
