package org.parley.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.exchange.PopoloFile.Item;

/** Reports the keys of a Popolo file that are not imported, each with the number of its values. */
final class UnmappedPopolo {

    private static final Map<String, Set<String>> IMPORTED_KEYS = Map.of("persons",
            Set.of("id", "name", "other_names", "summary", "memberships"), "organizations",
            Set.of("id", "name", "other_names", "abstract", "classification", "parent_id", "memberships", "posts"), "memberships",
            Set.of("id", "person_id", "organization_id", "post_id", "label", "role", "start_date", "end_date"), "posts",
            Set.of("id", "label", "role", "organization_id"));

    private final PopoloFile file;
    private final ImportedEntries actors;
    private final Map<String, Integer> unmapped = new TreeMap<>();

    UnmappedPopolo(PopoloFile file, ImportedEntries actors) {
        this.file = file;
        this.actors = actors;
    }

    void report() {
        file.tree.properties().stream().filter(list -> !IMPORTED_KEYS.containsKey(list.getKey()))
                .forEach(list -> unmapped.put(list.getKey(), list.getValue().size()));
        IMPORTED_KEYS.keySet().forEach(list -> count(list, file.list(list).stream()));
        count("memberships", file.list("memberships", "persons", "person_id"));
        count("memberships", file.list("memberships", "organizations", "organization_id"));
        count("posts", file.list("posts", "organizations", "organization_id"));
        unmapped.forEach((key, number) -> actors.skipped.add(key + ": " + number + (number == 1 ? " time" : " times")));
    }

    private void count(String list, Stream<Item> items) {
        items.flatMap(item -> item.node().properties().stream()).filter(field -> !IMPORTED_KEYS.get(list).contains(field.getKey()))
                .filter(field -> hasValue(field.getValue())).forEach(field -> unmapped.merge(list + "." + field.getKey(), 1, Integer::sum));
    }

    private static boolean hasValue(JsonNode value) {
        return !value.isNull() && !(value.isContainerNode() ? value.isEmpty() : value.asText().isEmpty());
    }
}
