package org.parley.entry.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Suggests the intended word for a misspelt one. */
public final class Suggestion {

    private Suggestion() {
    }

    /**
     * Returns the candidate with the smallest edit distance, if that is at most a third of the length (at least 2, and at most half the
     * length).
     */
    public static Optional<String> of(String text, Collection<String> candidates) {
        int limit = Math.min(text.length() / 2, Math.max(2, text.length() / 3));
        return candidates.stream().filter(candidate -> Math.abs(candidate.length() - text.length()) <= limit)
                .map(candidate -> new Match(candidate, distance(lower(text), lower(candidate)))).filter(match -> match.distance <= limit)
                .min(Comparator.comparingInt(Match::distance).thenComparing(Match::candidate)).map(Match::candidate);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private record Match(String candidate, int distance) {}

    /** Computes the Levenshtein distance. */
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
