package org.parley.seed.write;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.seed.entry.DataSet;
import org.parley.seed.entry.Digest;
import org.parley.seed.entry.Seed;
import org.parley.seed.read.SeedKind;

/** What a load has to do: which entries are new, which say something else than at the last load, and which records are gone. */
final class Plan {

    /** A row of `record`. */
    record Stored(Long key, String digest) {}

    final Map<SeedKind, List<Seed>> inserted = new EnumMap<>(SeedKind.class);
    final Map<SeedKind, List<Seed>> updated = new EnumMap<>(SeedKind.class);
    final Map<SeedKind, List<Long>> removed = new EnumMap<>(SeedKind.class);
    private final Map<SeedKind, Integer> unchanged = new EnumMap<>(SeedKind.class);
    private final Map<Seed, String> digests = new IdentityHashMap<>();

    Plan(DataSet data, Map<SeedKind, Map<String, Stored>> stored) {
        for (SeedKind kind : SeedKind.values()) {
            inserted.put(kind, new ArrayList<>());
            updated.put(kind, new ArrayList<>());
            Map<String, Stored> left = new LinkedHashMap<>(stored.getOrDefault(kind, Map.of()));
            data.of(kind).forEach(seed -> plan(kind, seed, left.remove(seed.slug())));
            removed.put(kind, left.values().stream().filter(record -> record.digest != null).map(Stored::key).toList());
        }
    }

    private void plan(SeedKind kind, Seed seed, Stored stored) {
        String digest = Digest.of(seed);
        if (stored != null && digest.equals(stored.digest)) {
            unchanged.merge(kind, 1, Integer::sum);
        } else {
            (stored == null ? inserted : updated).get(kind).add(seed);
            digests.put(seed, digest);
        }
    }

    /** The digest of an entry to be written, by which the next load knows whether it has changed. */
    String digest(Seed seed) {
        return digests.get(seed);
    }

    /** What is inserted or updated. */
    Map<SeedKind, List<Seed>> written() {
        Map<SeedKind, List<Seed>> written = new EnumMap<>(inserted);
        updated.forEach((kind, seeds) -> written.merge(kind, seeds, (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
        return written;
    }

    /** The records that are no longer in the folder. */
    List<Long> removedKeys() {
        return removed.values().stream().flatMap(List::stream).toList();
    }

    LoadReport report() {
        LoadReport report = new LoadReport();
        for (SeedKind kind : SeedKind.values()) {
            report.put(kind, inserted.get(kind).size(), updated.get(kind).size(), unchanged.getOrDefault(kind, 0),
                    removed.get(kind).size());
        }
        return report;
    }
}
