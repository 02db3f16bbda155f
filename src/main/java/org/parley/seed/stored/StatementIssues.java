package org.parley.seed.stored;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The issues that a statement has to list itself: those of its points count anyway, and come behind. */
final class StatementIssues {

    private StatementIssues() {
    }

    /** Leaves as few as bring back all, in their order. */
    static void shorten(ObjectNode statement) {
        if (statement.has("points") && statement.get("issues") instanceof ArrayNode issues) {
            List<String> all = texts(issues);
            Set<String> listed = new LinkedHashSet<>();
            while (!all.equals(completed(listed, statement)) && listed.size() < all.size()) {
                listed.add(all.get(listed.size()));
            }
            issues.removeAll();
            listed.forEach(issues::add);
            if (issues.isEmpty()) {
                statement.remove("issues");
            }
        }
    }

    private static List<String> completed(Set<String> listed, ObjectNode statement) {
        Set<String> completed = new LinkedHashSet<>(listed);
        statement.get("points").forEach(point -> completed.add(point.path("issue").asText()));
        return List.copyOf(completed);
    }

    private static List<String> texts(JsonNode issues) {
        List<String> texts = new ArrayList<>();
        issues.forEach(issue -> texts.add(issue.asText()));
        return texts;
    }
}
