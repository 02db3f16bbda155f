package org.parley.matching;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.text.TextAnalysis;

/** A name in the form in which names are compared: whatever its spelling and script, words separated by a blank. */
final class NameKey {

    private static final int BITS_PER_CHARACTER = 16;

    private final String text;
    private final List<String> words;
    private final Set<String> distinctWords;
    private final Set<String> numbers;
    /** Sorted, each once. Computed for names that are compared. */
    private long[] trigrams;

    private NameKey(String text, boolean endsWithStop) {
        this.text = text;
        this.words = text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
        this.distinctWords = new HashSet<>(words);
        this.numbers = IntStream.range(0, words.size()).filter(i -> isNumber(i, endsWithStop)).mapToObj(words::get)
                .collect(Collectors.toSet());
    }

    /** A single letter is a Roman numeral only at the end of a name, and without a full stop: others are initials. */
    private boolean isNumber(int index, boolean endsWithStop) {
        String word = words.get(index);
        boolean isInitial = word.length() == 1 && (endsWithStop || index < words.size() - 1);
        return TextAnalysis.isRomanNumeral(word) && !isInitial || word.chars().anyMatch(Character::isDigit);
    }

    static NameKey of(String name) {
        return new NameKey(TextAnalysis.nameKey(name), name.strip().endsWith("."));
    }

    String text() {
        return text;
    }

    List<String> words() {
        return words;
    }

    /**
     * Returns how alike two names are, from 0 to 1: the larger of the shares of equal words and of equal sequences of three letters, and
     * half of it for names with different numbers, which tell things apart.
     */
    double similarity(NameKey other) {
        if (text.equals(other.text)) {
            return 1;
        }
        return (numbers.equals(other.numbers) ? 1 : 0.5) * Math.max(wordShare(other), trigramShare(other));
    }

    /** Returns how alike two names of persons are: as above, or by how their words sound, in any order. */
    double similarityOfPersons(NameKey other) {
        double alike = similarity(other);
        return alike == 1 ? 1 : Math.max(alike, (numbers.equals(other.numbers) ? 1 : 0.5) * NameSounds.similarity(words, other.words));
    }

    private double wordShare(NameKey other) {
        long shared = distinctWords.stream().filter(other.distinctWords::contains).count();
        return share(shared, distinctWords.size() + other.distinctWords.size());
    }

    private double trigramShare(NameKey other) {
        long[] ones = trigrams();
        long[] others = other.trigrams();
        int shared = 0;
        for (int i = 0, j = 0; i < ones.length && j < others.length;) {
            int order = Long.compare(ones[i], others[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return share(shared, ones.length + others.length);
    }

    private static double share(long shared, int all) {
        return all == 0 ? 0 : 2.0 * shared / all;
    }

    private long[] trigrams() {
        if (trigrams == null) {
            String padded = " " + text + " ";
            trigrams = IntStream.range(0, padded.length() - 2).mapToLong(i -> packed(padded, i)).sorted().distinct().toArray();
        }
        return trigrams;
    }

    private static long packed(String text, int at) {
        return ((long) text.charAt(at) << 2 * BITS_PER_CHARACTER) + ((long) text.charAt(at + 1) << BITS_PER_CHARACTER)
                + text.charAt(at + 2);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NameKey name && text.equals(name.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
