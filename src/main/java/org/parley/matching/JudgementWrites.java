package org.parley.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What rows of imports wrote because of judgements. An item stays as long as it is attested by a row of which no judgement is undone, or by
 * one that depends on no judgement.
 */
final class JudgementWrites {

    private static final String WRITTEN = "written";
    private static final List<String> LABELS = List.of("row", "kind", "record", "added", "digest");

    /** The judgements by their keys. */
    private final Map<String, ObjectNode> judgements;
    /** The keys of the judgements that list an item. */
    private Map<WrittenItem, Set<String>> owners;

    JudgementWrites(Map<String, ObjectNode> judgements) {
        this.judgements = judgements;
    }

    /** Keeps what a row wrote because of a judgement. Returns whether that was anything. */
    boolean add(String key, ArrayNode writes) {
        if (writes.isEmpty()) {
            return false;
        }
        judgements.get(key).withArray("/" + WRITTEN).addAll(writes);
        if (owners != null) {
            writes.forEach(write -> items(write).forEach(item -> owners.computeIfAbsent(item, none -> new TreeSet<>()).add(key)));
        }
        return true;
    }

    /**
     * Keeps that a row found an item that another row wrote because of a judgement.
     *
     * @param used the judgements on which the row depends
     */
    boolean confirm(Set<String> used, String row, WrittenItem item) {
        Set<String> listing = owners().get(item);
        if (listing == null || listing.stream().anyMatch(key -> used.contains(key) && lists(key, row, item))) {
            return false;
        }
        if (used.isEmpty()) {
            listing.forEach(key -> remove(key, item));
            owners.remove(item);
            return true;
        }
        used.forEach(key -> add(key, judgements.get(key).arrayNode().add(item.write(row))));
        return true;
    }

    private Map<WrittenItem, Set<String>> owners() {
        if (owners == null) {
            owners = new HashMap<>();
            judgements.forEach((key, judgement) -> judgement.path(WRITTEN)
                    .forEach(write -> items(write).forEach(item -> owners.computeIfAbsent(item, none -> new TreeSet<>()).add(key))));
        }
        return owners;
    }

    private boolean lists(String key, String row, WrittenItem item) {
        for (JsonNode write : judgements.get(key).path(WRITTEN)) {
            if (write.path("row").asText().equals(row) && items(write).contains(item)) {
                return true;
            }
        }
        return false;
    }

    private static Collection<WrittenItem> items(JsonNode write) {
        List<WrittenItem> items = new ArrayList<>();
        write.properties().stream().filter(list -> !LABELS.contains(list.getKey())).forEach(list -> list.getValue().forEach(
                item -> items.add(new WrittenItem(write.path("kind").asText(), write.path("record").asText(), list.getKey(), item))));
        return items;
    }

    private void remove(String key, WrittenItem item) {
        judgements.get(key).path(WRITTEN).forEach(write -> removeFrom(write, item));
        removeEmpty(judgements.get(key));
    }

    private static void removeFrom(JsonNode write, WrittenItem item) {
        if (item.isOf(write)) {
            ArrayNode items = (ArrayNode) write.path(item.list());
            for (int i = items.size() - 1; i >= 0; i--) {
                if (items.get(i).equals(item.item())) {
                    items.remove(i);
                }
            }
        }
    }

    private static void removeEmpty(ObjectNode judgement) {
        ArrayNode kept = judgement.arrayNode();
        judgement.path(WRITTEN).forEach(write -> {
            if (write.has("added") || !items(write).isEmpty()) {
                kept.add(write);
            }
        });
        if (kept.isEmpty()) {
            judgement.remove(WRITTEN);
        } else {
            judgement.set(WRITTEN, kept);
        }
    }

    /** Removes the writes of some judgements, and those of the same rows from others. Returns what no other row attests. */
    List<JsonNode> undo(Collection<ObjectNode> undone) {
        List<JsonNode> written = new ArrayList<>();
        undone.forEach(judgement -> judgement.path(WRITTEN).forEach(written::add));
        undone.forEach(judgement -> judgement.remove(WRITTEN));
        Set<String> rows = new HashSet<>();
        written.forEach(write -> rows.add(write.path("row").asText()));
        Set<WrittenItem> attested = new HashSet<>();
        judgements.values().forEach(judgement -> {
            judgement.path(WRITTEN).forEach(write -> {
                if (rows.contains(write.path("row").asText())) {
                    items(write).forEach(item -> removeFrom(write, item));
                    ((ObjectNode) write).remove("added");
                } else {
                    attested.addAll(items(write));
                }
            });
            removeEmpty(judgement);
        });
        written.forEach(write -> items(write).stream().filter(attested::contains).forEach(item -> removeFrom(write, item)));
        owners = null;
        return written;
    }
}
