package org.parley.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What rows of imports wrote because of judgements. An item stays as long as it is attested by a row of which no judgement is undone, or by
 * one that depends on no judgement.
 */
final class JudgementWrites {

    private static final String WRITTEN = "written";
    private static final String ADDED = "added";
    private static final List<String> LABELS = List.of("row", "kind", "record", ADDED, "digest");

    /** An item that a row wrote or found. A record that the row added is the item null. */
    private record RowItem(String row, WrittenItem item) {}

    /** The judgements by their keys. */
    private final Map<String, ObjectNode> judgements;
    /** The writes that list an item, by the key of the judgement and the row. */
    private Map<WrittenItem, Map<String, Map<String, ObjectNode>>> index;
    /** The keys of the judgements that may have writes without items. */
    private final Set<String> shortened = new TreeSet<>();

    JudgementWrites(Map<String, ObjectNode> judgements) {
        this.judgements = judgements;
    }

    /** Keeps what a row wrote because of a judgement. Returns whether that was anything. */
    boolean add(String key, Iterable<JsonNode> writes) {
        boolean isAny = false;
        for (JsonNode write : writes) {
            judgements.get(key).withArray("/" + WRITTEN).add(write);
            isAny = true;
            if (index != null) {
                index(key, write);
            }
        }
        return isAny;
    }

    /**
     * Keeps that a row found an item that another row wrote because of a judgement.
     *
     * @param used the judgements on which the row depends
     */
    boolean confirm(Set<String> used, String row, WrittenItem item) {
        Map<String, Map<String, ObjectNode>> listing = index().get(item);
        if (listing == null || used.stream().anyMatch(key -> listing.getOrDefault(key, Map.of()).containsKey(row))) {
            return false;
        }
        if (used.isEmpty()) {
            listing.values().forEach(rows -> rows.values().forEach(write -> removeIf(write, item::equals)));
            shortened.addAll(listing.keySet());
            index.remove(item);
            return true;
        }
        used.forEach(key -> add(key, List.of(item.write(row))));
        return true;
    }

    /** Returns the keys of the judgements because of which an item was written. */
    Set<String> owners(WrittenItem item) {
        return index().getOrDefault(item, Map.of()).keySet();
    }

    private Map<WrittenItem, Map<String, Map<String, ObjectNode>>> index() {
        if (index == null) {
            index = new HashMap<>();
            judgements.forEach((key, judgement) -> judgement.path(WRITTEN).forEach(write -> index(key, write)));
        }
        return index;
    }

    private void index(String key, JsonNode write) {
        items(write).forEach(item -> index.computeIfAbsent(item, none -> new TreeMap<>()).computeIfAbsent(key, none -> new HashMap<>())
                .putIfAbsent(row(write), (ObjectNode) write));
    }

    private static String row(JsonNode write) {
        return write.path("row").asText();
    }

    private static Collection<WrittenItem> items(JsonNode write) {
        List<WrittenItem> items = new ArrayList<>();
        write.properties().stream().filter(list -> !LABELS.contains(list.getKey()))
                .forEach(list -> list.getValue().forEach(item -> items.add(item(write, list.getKey(), item))));
        return items;
    }

    private static WrittenItem item(JsonNode write, String list, JsonNode item) {
        return new WrittenItem(write.path("kind").asText(), write.path("record").asText(), list, item);
    }

    private static void removeIf(JsonNode write, Predicate<WrittenItem> isRemoved) {
        write.properties().stream().filter(list -> !LABELS.contains(list.getKey())).forEach(list -> {
            for (Iterator<JsonNode> items = list.getValue().elements(); items.hasNext();) {
                if (isRemoved.test(item(write, list.getKey(), items.next()))) {
                    items.remove();
                }
            }
        });
    }

    /** Removes writes of which nothing remains. */
    void removeEmpty() {
        shortened.stream().map(judgements::get).forEach(JudgementWrites::removeEmpty);
        shortened.clear();
    }

    private static void removeEmpty(ObjectNode judgement) {
        ArrayNode kept = judgement.arrayNode();
        judgement.path(WRITTEN).forEach(write -> {
            if (write.has(ADDED) || !items(write).isEmpty()) {
                kept.add(write);
            }
        });
        if (kept.isEmpty()) {
            judgement.remove(WRITTEN);
        } else {
            judgement.set(WRITTEN, kept);
        }
    }

    /**
     * Removes the writes of some judgements, and what the same rows wrote from others. Returns what no other row attests. A write without a
     * row may be of any row, and is removed from no other judgement.
     */
    List<JsonNode> undo(Collection<ObjectNode> undone) {
        List<JsonNode> written = new ArrayList<>();
        undone.forEach(judgement -> judgement.path(WRITTEN).forEach(written::add));
        undone.forEach(judgement -> judgement.remove(WRITTEN));
        Set<RowItem> ofRows = new HashSet<>();
        written.stream().filter(write -> !row(write).isBlank()).forEach(write -> {
            items(write).forEach(item -> ofRows.add(new RowItem(row(write), item)));
            if (write.has(ADDED)) {
                ofRows.add(new RowItem(row(write), item(write, ADDED, null)));
            }
        });
        Set<WrittenItem> attested = new HashSet<>();
        judgements.values().forEach(judgement -> {
            judgement.path(WRITTEN).forEach(write -> {
                removeIf(write, item -> ofRows.contains(new RowItem(row(write), item)));
                if (ofRows.contains(new RowItem(row(write), item(write, ADDED, null)))) {
                    ((ObjectNode) write).remove(ADDED);
                }
                attested.addAll(items(write));
            });
            removeEmpty(judgement);
        });
        written.forEach(write -> removeIf(write, attested::contains));
        index = null;
        return written;
    }
}
