package org.parley.exchange.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.matching.WrittenItem;
import org.parley.record.Kind;

/** What the conversion of a row writes: records that it adds, and items that it adds to lists of known ones. */
final class RowWrites {

    private static final List<String> LISTS = EntryDigest.LISTS;

    /** How many items the lists of a record have. */
    record Sizes(Map<String, Integer> byList) {}

    private final ArrayNode writes = JsonNodeFactory.instance.arrayNode();
    /** The records that were added, by their writes. */
    private final Map<ObjectNode, JsonNode> added = new IdentityHashMap<>();
    private final List<WrittenItem> found = new ArrayList<>();

    void clear() {
        writes.removeAll();
        added.clear();
        found.clear();
    }

    /** Notes an item that a record had already. */
    void found(Kind kind, JsonNode record, String list, JsonNode item) {
        found.add(new WrittenItem(kind.folder(), record.path("slug").asText(), list, item));
    }

    /** Returns the items that the row says too. */
    List<WrittenItem> found() {
        return found;
    }

    static Sizes sizes(JsonNode record) {
        return new Sizes(LISTS.stream().collect(Collectors.toMap(Function.identity(), list -> record.path(list).size())));
    }

    void added(Kind kind, JsonNode record) {
        added.put(write(kind, record, new Sizes(Map.of())).put("added", true), record);
    }

    void changed(Kind kind, JsonNode record, Sizes before) {
        write(kind, record, before);
    }

    private ObjectNode write(Kind kind, JsonNode record, Sizes before) {
        ObjectNode write = writes.addObject().put("kind", kind.folder()).put("record", record.path("slug").asText());
        for (String list : LISTS) {
            for (int i = before.byList.getOrDefault(list, 0); i < record.path(list).size(); i++) {
                write.withArray("/" + list).add(record.path(list).get(i));
            }
        }
        return write;
    }

    /** Returns the records, each with its items, as judgements keep them for a row. */
    ArrayNode toJson(String row) {
        ArrayNode copies = JsonNodeFactory.instance.arrayNode();
        added.forEach((write, record) -> write.put("digest", EntryDigest.of(record)));
        writes.forEach(write -> copies.addObject().put("row", row).setAll((ObjectNode) write));
        return copies;
    }
}
