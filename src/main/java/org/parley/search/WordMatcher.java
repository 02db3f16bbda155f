package org.parley.search;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.text.TextAnalysis;

/** Decides which words of a text a search has matched. */
final class WordMatcher {

    /** A word as written, with its accents and the apostrophes and hyphens in it. */
    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}\u00AD\u2019'-]*(?<![\u2019'-])");

    private final List<String> wanted;
    private final Set<String> alike;

    /** @param wanted the plain words of the search; @param alike the plain words of other spellings that it finds */
    WordMatcher(List<String> wanted, Set<String> alike) {
        this.wanted = wanted;
        this.alike = alike;
    }

    /** Whether this word of a text, or a part of it, matched. */
    boolean matches(String word) {
        return TextAnalysis.words(word).stream().anyMatch(part -> alike.contains(part) || wanted.stream().anyMatch(part::startsWith));
    }

    /** Returns the number of different words of the text that matched, at most the number of words of the search. */
    int matches(Matcher words) {
        Set<String> found = words.results().map(word -> word.group()).filter(this::matches)
                .flatMap(word -> TextAnalysis.words(word).stream()).collect(Collectors.toSet());
        long direct = wanted.stream().filter(word -> found.stream().anyMatch(part -> part.startsWith(word))).count();
        return (int) Math.min(wanted.size(), direct + found.stream().filter(alike::contains).count());
    }
}
