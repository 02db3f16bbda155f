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

    private final String text;
    private final List<String> words;
    private final Set<String> numbers;

    private NameKey(String text) {
        this.text = text;
        this.words = text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
        this.numbers = words.stream().filter(word -> TextAnalysis.isRomanNumeral(word) || word.chars().anyMatch(Character::isDigit))
                .collect(Collectors.toSet());
    }

    static NameKey of(String name) {
        return new NameKey(TextAnalysis.nameKey(name));
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
        return (numbers.equals(other.numbers) ? 1 : 0.5) * Math.max(share(words, other.words), share(trigrams(), other.trigrams()));
    }

    private List<String> trigrams() {
        String padded = " " + text + " ";
        return IntStream.range(0, padded.length() - 2).mapToObj(i -> padded.substring(i, i + 3)).toList();
    }

    private static double share(List<String> one, List<String> other) {
        Set<String> ones = new HashSet<>(one);
        Set<String> others = new HashSet<>(other);
        int all = ones.size() + others.size();
        ones.retainAll(others);
        return all == 0 ? 0 : 2.0 * ones.size() / all;
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
