package org.parley.search;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Extracts the passages of a text with the words of a search, as HTML with these words in `mark` elements. */
final class Highlight {

    private static final int PASSAGES = 2;
    private static final int PASSAGE_LENGTH = 30;
    private static final int WORDS_BEFORE = 5;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Highlight() {
    }

    /** Returns at most two passages, joined by an ellipsis; the beginning of the text if it has none of them. */
    static String of(String text, WordMatcher words) {
        String[] tokens = SPACE.split(text.strip());
        StringJoiner passages = new StringJoiner(" … ");
        int end = 0;
        OptionalInt hit = hit(tokens, 0, words);
        for (int i = 0; i < PASSAGES && (i == 0 || hit.isPresent()); i++) {
            int start = Math.max(end, Math.min(hit.orElse(0) - WORDS_BEFORE, tokens.length - PASSAGE_LENGTH));
            end = Math.min(start + PASSAGE_LENGTH, tokens.length);
            passages.add(Arrays.stream(tokens, start, end).map(token -> marked(token, words)).collect(Collectors.joining(" ")));
            hit = hit(tokens, end, words);
        }
        return passages.toString();
    }

    private static OptionalInt hit(String[] tokens, int from, WordMatcher words) {
        return IntStream.range(from, tokens.length)
                .filter(i -> WordMatcher.WORD.matcher(tokens[i]).results().anyMatch(word -> words.matches(word.group()))).findFirst();
    }

    private static String marked(String token, WordMatcher words) {
        StringBuilder marked = new StringBuilder();
        Matcher word = WordMatcher.WORD.matcher(token);
        int end = 0;
        while (word.find()) {
            marked.append(escaped(token.substring(end, word.start())));
            marked.append(words.matches(word.group()) ? "<mark>" + escaped(word.group()) + "</mark>" : escaped(word.group()));
            end = word.end();
        }
        return marked.append(escaped(token.substring(end))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
