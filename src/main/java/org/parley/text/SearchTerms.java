package org.parley.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.parley.fault.BadUserInputException;

/**
 * The terms of a search: words or their beginnings; phrases, which begin with a quotation mark; and either after a hyphen, which excludes
 * them.
 */
public record SearchTerms(List<String> terms) {

    private static final int MAX_WORDS = 10;
    /** Words are searched as prefixes. A prefix as short as this reads a large part of the index. */
    private static final int SHORT_LENGTH = 2;
    private static final int MAX_SHORT_WORDS = 5;
    private static final Pattern TERM = Pattern.compile("-?[\"“„«][^\"“”„«»]+[\"“”»]|[^\\s\\p{Z}]+");
    private static final String EXCLUDED = "-";

    /** Splits a text into terms. Throws a BadUserInputException if it has no word to find or too many words. */
    public static SearchTerms of(String argument, String text) {
        List<String> terms = TERM.matcher(text).results().map(term -> term.group().replaceFirst("^(-?)[“„«]", "$1\""))
                .filter(term -> !TextAnalysis.parts(term).isEmpty()).distinct().toList();
        if (terms.stream().allMatch(term -> term.startsWith(EXCLUDED))) {
            throw new BadUserInputException(argument + ": '" + text + "' contains no word to find; send at least one letter or digit");
        }
        List<String> words = terms.stream().flatMap(term -> TextAnalysis.parts(term).stream()).toList();
        if (words.size() > MAX_WORDS) {
            throw new BadUserInputException(argument + ": " + words.size() + " words; send at most " + MAX_WORDS);
        }
        long shortWords = words.stream().filter(word -> word.codePointCount(0, word.length()) <= SHORT_LENGTH).count();
        if (shortWords > MAX_SHORT_WORDS) {
            throw new BadUserInputException(argument + ": " + shortWords + " words of one or two letters; send at most " + MAX_SHORT_WORDS);
        }
        return new SearchTerms(terms);
    }

    /** Returns the words to find, without those that are excluded. */
    public List<String> wanted() {
        List<String> words = new ArrayList<>();
        terms.stream().filter(term -> !term.startsWith(EXCLUDED)).forEach(term -> words.addAll(TextAnalysis.parts(term)));
        return words;
    }
}
