package org.parley.search;

import java.util.Arrays;
import java.util.List;
import org.parley.fault.BadUserInputException;

/** What is searched for, as words. */
record SearchWords(List<String> words) {

    private static final int MOST = 20;

    /** Reads the words of a text; one without a letter or digit is refused, and one of very many words. */
    static SearchWords of(String text) {
        List<String> words = Arrays.stream(text.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
        if (words.isEmpty()) {
            throw new BadUserInputException("text: there is no word in '" + text + "'; send at least one letter or digit");
        }
        if (words.size() > MOST) {
            throw new BadUserInputException("text: it has " + words.size() + " words; send " + MOST + " at most");
        }
        return new SearchWords(words);
    }

    /** The words as one text. */
    String typed() {
        return String.join(" ", words);
    }
}
