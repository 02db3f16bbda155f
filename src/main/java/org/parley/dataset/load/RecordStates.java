package org.parley.dataset.load;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.parley.entry.write.RecordState;
import org.parley.record.Kind;

/** The records in the database and those that editors retracted, with the digests of the last load. */
final class RecordStates {

    private final Map<Kind, Map<String, RecordState>> records = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, String>> retracted = new EnumMap<>(Kind.class);

    RecordStates(List<Object[]> records, List<Object[]> retracted) {
        for (Object[] row : records) {
            RecordState stored = new RecordState(Kind.valueOf((String) row[0]), (String) row[1], (String) row[2], (String) row[3],
                    (String) row[4]);
            this.records.computeIfAbsent(stored.kind(), none -> new HashMap<>()).put(stored.slug(), stored);
        }
        for (Object[] row : retracted) {
            this.retracted.computeIfAbsent(Kind.valueOf((String) row[0]), none -> new HashMap<>()).put((String) row[1], (String) row[2]);
        }
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** Whether an editor recorded, amended or retracted a record: only then can files without faults conflict with the database. */
    boolean isEdited() {
        return !retracted.isEmpty() || records.values().stream().flatMap(all -> all.values().stream())
                .anyMatch(record -> !Objects.equals(record.content(), record.digest()) || record.digest() == null);
    }

    /** Returns the record, or null. */
    RecordState record(Kind kind, String slug) {
        return records.getOrDefault(kind, Map.of()).get(slug);
    }

    Collection<RecordState> records(Kind kind) {
        return records.getOrDefault(kind, Map.of()).values();
    }

    /** Returns the slugs of records that a file had and an editor retracted. */
    Set<String> retracted(Kind kind) {
        return retracted.getOrDefault(kind, Map.of()).keySet();
    }

    /** Whether an editor retracted the record, which a file had with this digest. */
    boolean isRetracted(Kind kind, String slug, String digest) {
        return digest.equals(retracted.getOrDefault(kind, Map.of()).get(slug));
    }
}
