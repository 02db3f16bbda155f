package org.parley.seed.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.seed.foreign.PopoloFile.Item;

/** What a Popolo file says that has no place in an actor: told by key and number, so that nobody takes it for brought in. */
final class PopoloRest {

    private static final Map<String, Set<String>> TAKEN = Map.of("persons", Set.of("id", "name", "other_names", "summary", "memberships"),
            "organizations", Set.of("id", "name", "other_names", "abstract", "classification", "parent_id", "memberships", "posts"),
            "memberships", Set.of("id", "person_id", "organization_id", "post_id", "label", "role", "start_date", "end_date"), "posts",
            Set.of("id", "label", "role", "organization_id"));

    private final PopoloFile file;
    private final Foreign actors;
    private final Map<String, Integer> left = new TreeMap<>();

    PopoloRest(PopoloFile file, Foreign actors) {
        this.file = file;
        this.actors = actors;
    }

    void tell() {
        file.tree.properties().stream().filter(list -> !TAKEN.containsKey(list.getKey()))
                .forEach(list -> left.put(list.getKey(), list.getValue().size()));
        TAKEN.keySet().forEach(list -> count(list, file.list(list).stream()));
        count("memberships", file.list("memberships", "persons", "person_id"));
        count("memberships", file.list("memberships", "organizations", "organization_id"));
        count("posts", file.list("posts", "organizations", "organization_id"));
        left.forEach((key, number) -> actors.leftOut.add(key + ": " + number + (number == 1 ? " time" : " times")));
    }

    private void count(String list, Stream<Item> items) {
        items.flatMap(item -> item.node().properties().stream()).filter(field -> !TAKEN.get(list).contains(field.getKey()))
                .filter(field -> says(field.getValue())).forEach(field -> left.merge(list + "." + field.getKey(), 1, Integer::sum));
    }

    private static boolean says(JsonNode value) {
        return !value.isNull() && !(value.isContainerNode() && value.isEmpty()) && !value.asText("-").isEmpty();
    }
}
