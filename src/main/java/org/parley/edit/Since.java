package org.parley.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What was done to a record since an editor saw it, and in which of its fields. */
record Since(long revision, String act, Instant at, String editor, String why, List<String> fields) {

    private static final JsonMapper JSON = new JsonMapper();

    static Since of(Object[] row) {
        return new Since((Long) row[0], (String) row[1], (Instant) row[2], (String) row[3], (String) row[4],
                fields((String) row[5], (String) row[6]));
    }

    private static List<String> fields(String before, String after) {
        JsonNode was = entry(before);
        JsonNode is = entry(after);
        Set<String> all = new TreeSet<>();
        was.fieldNames().forEachRemaining(all::add);
        is.fieldNames().forEachRemaining(all::add);
        return all.stream().filter(field -> !Objects.equals(was.get(field), is.get(field))).toList();
    }

    private static JsonNode entry(String text) {
        try {
            return JSON.readTree(text == null ? "{}" : text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isRetraction() {
        return act.equals("RETRACTED");
    }

    /** In words: 'AMENDED by a at 2026-01-01T00:00:00Z: date, title'. */
    String words() {
        return act + " by " + editor + " at " + at + (fields.isEmpty() || isRetraction() ? "" : ": " + String.join(", ", fields));
    }

    /** As it stands in the extensions of an error. */
    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("revision", String.valueOf(revision));
        told.put("act", act);
        told.put("at", at.toString());
        told.put("editor", editor);
        told.put("why", why);
        told.put("fields", fields);
        return told;
    }
}
