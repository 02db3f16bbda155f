package org.parley.exchange.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.parley.entry.check.DateCheck;
import org.parley.entry.check.TermCheck;
import org.parley.time.Edtf;

/** Merges overlapping terms of one office. */
final class OfficeTerms {

    private OfficeTerms() {
    }

    /** Makes one term of overlapping terms of one office: a file lists a membership again for each party or district. */
    static void merge(JsonNode offices) {
        for (int i = 0; i < offices.size(); i++) {
            for (int j = offices.size() - 1; j > i; j--) {
                ObjectNode one = (ObjectNode) offices.get(i);
                ObjectNode other = (ObjectNode) offices.get(j);
                if (one.path("title").equals(other.path("title")) && one.path("of").equals(other.path("of")) && hasValidDates(one)
                        && hasValidDates(other) && TermCheck.overlap(one, other)) {
                    extend(one, other);
                    ((ArrayNode) offices).remove(j);
                    j = offices.size();
                }
            }
        }
    }

    /**
     * Makes titles of offices in several states or bodies different: adds the name of the state or body to all but the first.
     *
     * @param name returns the name of the actor with a slug
     */
    static void distinguish(JsonNode offices, UnaryOperator<String> name) {
        Map<String, String> firstOf = new HashMap<>();
        offices.forEach(office -> {
            String of = office.path("of").asText();
            String title = office.path("title").asText();
            if (!firstOf.computeIfAbsent(title, none -> of).equals(of)) {
                ((ObjectNode) office).put("title", title + ", " + name.apply(of));
            }
        });
    }

    private static boolean hasValidDates(JsonNode term) {
        return Stream.of("from", "to").allMatch(key -> !term.has(key) || DateCheck.edtf(term.get(key)) != null);
    }

    /**
     * Takes the earlier first and the later last day. If the first day of one is unknown, so is that of both; a term without a last one
     * goes on.
     */
    private static void extend(ObjectNode one, ObjectNode other) {
        if (!other.has("from")) {
            one.remove("from");
        } else if (one.has("from") && days(other.get("from"), true).compareTo(days(one.get("from"), true)) < 0) {
            one.set("from", other.get("from"));
        }
        if (!other.has("to")) {
            one.remove("to");
        } else if (one.has("to") && days(other.get("to"), false).compareTo(days(one.get("to"), false)) > 0) {
            one.set("to", other.get("to"));
        }
    }

    /** Returns the first and the last possible day of a date as a text to compare, so that of equal ones the more precise one is taken. */
    private static String days(JsonNode date, boolean firstCounts) {
        Edtf edtf = DateCheck.edtf(date);
        String first = edtf.earliest() == null ? "0000" : edtf.earliest().toString();
        String last = edtf.latest() == null ? "9999-99" : edtf.latest().toString();
        return firstCounts ? first + "/" + last : last + "/" + first;
    }
}
