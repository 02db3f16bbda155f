package org.parley.exchange.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The delimiter and the quotation mark of a table, detected in its first lines. */
record Dialect(char delimiter, char quote) {

    private static final int SAMPLE = 1 << 16;
    private static final int LINES = 50;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final char[] QUOTES = {'"', '\''};

    /** Chooses the delimiter that cuts most lines into as many cells as the first one; of equal ones the one with most cells. */
    static Dialect detect(BufferedReader text) throws IOException {
        char[] buffer = new char[SAMPLE];
        int length = Math.max(0, text.read(buffer));
        String sample = new String(buffer, 0, length);
        char quote = quote(sample);
        Dialect best = new Dialect(DELIMITERS[0], quote);
        double bestScore = 0;
        for (char delimiter : DELIMITERS) {
            List<Integer> cells = cells(sample, delimiter, quote);
            int columns = cells.isEmpty() ? 1 : cells.get(0);
            double regular = cells.stream().filter(count -> count == columns).count() / (double) Math.max(1, cells.size());
            double score = columns < 2 ? 0 : regular * 1000 + Math.min(columns, 999);
            if (score > bestScore) {
                best = new Dialect(delimiter, quote);
                bestScore = score;
            }
        }
        return best;
    }

    /** An apostrophe is the quotation mark only if it begins cells and no quotation mark does. */
    private static char quote(String sample) {
        long apostrophes = beginning(sample, QUOTES[1]);
        return beginning(sample, QUOTES[0]) == 0 && apostrophes > 1 && apostrophes == ending(sample, QUOTES[1]) ? QUOTES[1] : QUOTES[0];
    }

    private static long beginning(String sample, char quote) {
        return Pattern.compile("(?m)(^|[,;\\t|])" + quote).matcher(sample).results().count();
    }

    private static long ending(String sample, char quote) {
        return Pattern.compile("(?m)" + quote + "($|[,;\\t|\\r])").matcher(sample).results().count();
    }

    /** Counts the cells of the first lines, apart from the last one, which may be cut. */
    private static List<Integer> cells(String sample, char delimiter, char quote) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        int cells = 1;
        boolean blank = true;
        for (int i = 0; i < sample.length() && counts.size() < LINES; i++) {
            char c = sample.charAt(i);
            quoted ^= c == quote;
            cells += !quoted && c == delimiter ? 1 : 0;
            blank &= Character.isWhitespace(c) && c != delimiter;
            if (!quoted && c == '\n') {
                if (!blank) {
                    counts.add(cells);
                }
                cells = 1;
                blank = true;
            }
        }
        if (sample.length() < SAMPLE && !blank) {
            counts.add(cells);
        }
        return counts;
    }
}
