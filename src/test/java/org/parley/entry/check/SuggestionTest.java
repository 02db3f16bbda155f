package org.parley.entry.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A misspelt word is recognized, an unrelated one is not. */
class SuggestionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            brusels      | prague brussels        | brussels
            BRUSSELS     | prague brussels        | brussels
            brussels     | BRUSSELS               | BRUSSELS
            nmae         | name note              | name
            ab           | abc                    | abc
            ab           | xyz                    |
            ab           | b                      | b
            ab           | abcd                   |
            a            | b                      |
            a            | A                      | A
            abcdef       | abcdxy                 | abcdxy
            abcdef       | abcxyz                 |
            abcdef       | abcd                   | abcd
            abcdef       | abc                    |
            abcdef       | abcdefgh               | abcdefgh
            abcdef       | abcdefghi              |
            abcdefghi    | abcdefxyz              | abcdefxyz
            abcdefghi    | abcdewxyz              |
            abcde        | abcdz abcdy abcdezz    | abcdy
            abcde        | abcd abcdee abcyz      | abcd
            """)
    void nearest(String word, String candidates, String nearest) {
        assertEquals(Optional.ofNullable(nearest), Suggestion.of(word, List.of(candidates.split(" "))));
    }

    /** Finds the nearest candidate by the recursive definition of the edit distance. */
    @Test
    void suggestsTheSmallestEditDistance() {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            String word = word(random);
            String candidate = word(random);
            boolean near = distance(word, candidate) <= Math.min(word.length() / 2, 2);
            assertEquals(near ? Optional.of(candidate) : Optional.empty(), Suggestion.of(word, List.of(candidate)), word + " " + candidate);
        }
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(6), 'a', 'd').collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int distance(String from, String to) {
        if (from.isEmpty() || to.isEmpty()) {
            return from.length() + to.length();
        }
        int replaced = distance(from.substring(1), to.substring(1)) + (from.charAt(0) == to.charAt(0) ? 0 : 1);
        return Math.min(replaced, 1 + Math.min(distance(from.substring(1), to), distance(from, to.substring(1))));
    }
}
