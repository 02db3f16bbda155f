package org.parley.search;

import java.util.Arrays;
import java.util.List;
import org.parley.fault.BadUserInputException;

/** The words of a search. */
record SearchWords(List<String> words) {

    private static final int MAX_WORDS = 10;
    /** Words are searched as prefixes. A prefix as short as this reads a large part of the index. */
    private static final int SHORT_LENGTH = 2;
    private static final int MAX_SHORT_WORDS = 5;

    /** Splits a text into words. Throws a BadUserInputException if it has no words or too many. */
    static SearchWords of(String text) {
        List<String> words = Arrays.stream(text.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
        if (words.isEmpty()) {
            throw new BadUserInputException("text: '" + text + "' contains no word; send at least one letter or digit");
        }
        if (words.size() > MAX_WORDS) {
            throw new BadUserInputException("text: " + words.size() + " words; send at most " + MAX_WORDS);
        }
        long shortWords = words.stream().filter(word -> word.codePointCount(0, word.length()) <= SHORT_LENGTH).count();
        if (shortWords > MAX_SHORT_WORDS) {
            throw new BadUserInputException("text: " + shortWords + " words of one or two letters; send at most " + MAX_SHORT_WORDS);
        }
        return new SearchWords(words);
    }

    /** Returns the words separated by spaces. */
    String text() {
        return String.join(" ", words);
    }
}
