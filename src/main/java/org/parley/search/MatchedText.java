package org.parley.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The text of a record that a search matched best, and its field. */
record MatchedText(String field, String text) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES = List.of("name", "title", "measure", "aliases");

    /** @param texts the texts by field, as JSON */
    static MatchedText best(String texts, WordMatcher matcher) {
        Map<?, ?> fields;
        try {
            fields = JSON.readValue(texts, Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("search_entry.texts is not JSON: " + texts, e);
        }
        return fields.entrySet().stream().map(field -> new MatchedText((String) field.getKey(), (String) field.getValue()))
                .min(Comparator.<MatchedText> comparingInt(text -> -matcher.matches(WordMatcher.WORD.matcher(text.text)))
                        .thenComparingInt(text -> NAMES.contains(text.field) ? NAMES.indexOf(text.field) : NAMES.size())
                        .thenComparing(MatchedText::field))
                .orElseThrow();
    }
}
