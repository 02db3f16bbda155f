package org.parley.seed.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that was probably meant. */
public final class Nearest {

    private Nearest() {
    }

    /** The candidate that takes the fewest changes of a letter, if they are few. */
    public static Optional<String> of(String word, Collection<String> candidates) {
        int most = Math.min(word.length() / 2, Math.max(2, word.length() / 3));
        return candidates.stream().filter(candidate -> Math.abs(candidate.length() - word.length()) <= most)
                .map(candidate -> new Match(candidate, distance(lower(word), lower(candidate)))).filter(match -> match.distance <= most)
                .min(Comparator.comparingInt(Match::distance).thenComparing(Match::candidate)).map(Match::candidate);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private record Match(String candidate, int distance) {}

    /** Letters to insert, leave out or replace (Levenshtein). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
