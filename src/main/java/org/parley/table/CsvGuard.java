package org.parley.table;

import java.util.regex.Pattern;

/**
 * Prevents <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>: puts an apostrophe before text that a
 * spreadsheet program would run as a formula. Reversible without loss.
 */
public final class CsvGuard {

    /** The start of a cell, also for programs that separate cells by semicolons or tabs, even within quotes. */
    private static final String CELL = "(?<![^;\t\r\n])";

    /**
     * A tab, line break or character that starts a formula (also full-width), after any blanks, invisible characters and quotation marks.
     */
    private static final String FORMULA = "(?=[\\p{Z}\\p{C}\\p{Pi}\\p{Pf}\"'`]*?[\t\r\n=+\\-@\uff1d\uff0b\uff0d\uff20])";

    private static final Pattern UNGUARDED = Pattern.compile(CELL + FORMULA);
    private static final Pattern GUARDED = Pattern.compile(CELL + "'" + FORMULA);

    private CsvGuard() {
    }

    /** Returns the text as a safe cell. */
    public static String guard(String text) {
        return UNGUARDED.matcher(text).replaceAll("'");
    }

    /** Returns the text of a guarded cell, and any other text unchanged. */
    public static String unguard(String cell) {
        return GUARDED.matcher(cell).replaceAll("");
    }
}
