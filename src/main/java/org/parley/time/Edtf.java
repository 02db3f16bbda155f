package org.parley.time;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A parsed date in the <a href="https://www.loc.gov/standards/datetime/">Extended Date/Time Format</a> (EDTF, ISO 8601-2): level 1 without
 * times of day and years outside 0001-9999, and of level 2 unspecified digits at the end of a year, month or day.
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
        this.start = parseEnd(startText);
        this.end = interval ? parseEnd(endText) : start;
        if (start == null && end == null) {
            throw new EdtfException(text, "at least one end of an interval must be a date");
        }
        this.earliest = start == null ? null : start.earliest();
        this.latest = end == null ? null : end.latest();
        if (isReversed()) {
            throw new EdtfException(text, "the end is before the start; write the earlier date first");
        }
    }

    /** Parses the text. Throws an EdtfException with the reason if it is not valid. */
    public static Edtf parse(String text) {
        if (text == null || text.isBlank()) {
            throw new EdtfException(String.valueOf(text), "it is empty");
        }
        if (TIME_OF_DAY.matcher(text).find()) {
            throw new EdtfException(text, "times of day are not supported; remove the T and what follows");
        }
        return new Edtf(text);
    }

    private EdtfPoint parseEnd(String part) {
        return interval && (part.isEmpty() || part.equals(OPEN)) ? null : EdtfPoint.parse(part, text);
    }

    private boolean isReversed() {
        if (earliest() != null && latest() != null) {
            return earliest().isAfter(latest());
        }
        return start != null && end != null && !start.hasYear() && start.sameMonth(end) && start.hasDay() && end.hasDay()
                && start.firstDay() > end.lastDay();
    }

    /** The first possible day; null if unbounded. */
    public LocalDate earliest() {
        return earliest;
    }

    /** The last possible day; null if unbounded. */
    public LocalDate latest() {
        return latest;
    }

    public DatePrecision precision() {
        if (!interval) {
            return start.precision();
        }
        return earliest() == null && latest() == null ? DatePrecision.UNKNOWN : DatePrecision.INTERVAL;
    }

    /** Returns the date in English. */
    public String label() {
        return interval ? EdtfFormatter.of(start, end, !startText.equals(OPEN), !endText.equals(OPEN)) : EdtfFormatter.of(start);
    }
}
