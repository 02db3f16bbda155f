package org.parley.exchange.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** Shows whether an entry is still as an import wrote it, apart from the lists to which imports add. */
public final class EntryDigest {

    /** The lists to which imports add. */
    public static final List<String> LISTS = List.of("attestations", "resolutions", "identifiers");

    private EntryDigest() {
    }

    /** Returns a digest of all values of an entry but those lists, whatever the order of its fields. */
    public static String of(JsonNode entry) {
        TreeSet<String> values = new TreeSet<>();
        entry.properties().stream().filter(field -> !LISTS.contains(field.getKey()))
                .forEach(field -> collect(field.getKey(), field.getValue(), values));
        return UUID.nameUUIDFromBytes(values.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static void collect(String path, JsonNode value, TreeSet<String> values) {
        if (value.isValueNode()) {
            values.add(path + "=" + value.asText());
        }
        value.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), values));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            collect(path + "/" + i, value.get(i), values);
        }
    }
}
