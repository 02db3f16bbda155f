package org.parley.seed.write;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.parley.seed.read.SeedKind;

/** What the database has, and what of it files brought. */
final class Filed {

    /**
     * A record.
     *
     * @param digest that of its file's entry at the last load, or null
     * @param content that of the entry as it stands
     * @param statement the slug of the statement whose point it is, or null
     */
    record Stored(SeedKind kind, String slug, String digest, String content, String statement) {}

    private final Map<SeedKind, Map<String, Stored>> records = new EnumMap<>(SeedKind.class);
    private final Map<SeedKind, Map<String, String>> retracted = new EnumMap<>(SeedKind.class);

    Filed(List<Object[]> records, List<Object[]> retracted) {
        for (Object[] row : records) {
            Stored stored = new Stored(SeedKind.valueOf((String) row[0]), (String) row[1], (String) row[2], (String) row[3],
                    (String) row[4]);
            this.records.computeIfAbsent(stored.kind, none -> new HashMap<>()).put(stored.slug, stored);
        }
        for (Object[] row : retracted) {
            this.retracted.computeIfAbsent(SeedKind.valueOf((String) row[0]), none -> new HashMap<>()).put((String) row[1],
                    (String) row[2]);
        }
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** Whether an editor made, amended or retracted a record: only then can files that are without fault not fit the record. */
    boolean isEdited() {
        return !retracted.isEmpty() || records.values().stream().flatMap(all -> all.values().stream())
                .anyMatch(one -> !Objects.equals(one.content, one.digest) || one.digest == null);
    }

    /** That record, or null. */
    Stored record(SeedKind kind, String slug) {
        return records.getOrDefault(kind, Map.of()).get(slug);
    }

    Collection<Stored> records(SeedKind kind) {
        return records.getOrDefault(kind, Map.of()).values();
    }

    /** The slugs of what files brought and editors retracted. */
    Set<String> retracted(SeedKind kind) {
        return retracted.getOrDefault(kind, Map.of()).keySet();
    }

    /** Whether a file brought that record with an entry of that digest, and an editor retracted it. */
    boolean isRetracted(SeedKind kind, String slug, String digest) {
        return digest.equals(retracted.getOrDefault(kind, Map.of()).get(slug));
    }
}
