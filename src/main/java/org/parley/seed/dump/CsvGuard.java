package org.parley.seed.dump;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheet programs from running text as a formula: puts an apostrophe before the text that would start one. It can be undone
 * without loss. See OWASP, CSV Injection.
 */
public final class CsvGuard {

    /** The start of a cell. A program that separates cells by semicolons or tabs starts one behind each of them, in quotes or not. */
    private static final String CELL = "(?<![^;\t\r\n])";

    /**
     * A tab, a line break or a character that starts a formula, in full width too, behind blanks, invisible characters and quotation marks.
     */
    private static final String FORMULA = "(?=[\\p{Z}\\p{C}\\p{Pi}\\p{Pf}\"'`]*?[\t\r\n=+\\-@\uff1d\uff0b\uff0d\uff20])";

    private static final Pattern UNGUARDED = Pattern.compile(CELL + FORMULA);
    private static final Pattern GUARDED = Pattern.compile(CELL + "'" + FORMULA);

    private CsvGuard() {
    }

    /** The text as a cell may hold it. */
    public static String guard(String text) {
        return UNGUARDED.matcher(text).replaceAll("'");
    }

    /** The text that was guarded; text that was not is returned as it is. */
    public static String unguard(String cell) {
        return GUARDED.matcher(cell).replaceAll("");
    }
}
