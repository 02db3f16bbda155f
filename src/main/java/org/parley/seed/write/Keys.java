package org.parley.seed.write;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.seed.read.SeedKind;

/** Which row each record and each office has, as far as a write speaks of them. */
class Keys {

    private final Map<SeedKind, Map<String, Long>> records = new EnumMap<>(SeedKind.class);
    private final Map<Office, Long> offices = new HashMap<>();

    private record Office(Long holder, String title) {}

    final void put(SeedKind kind, String slug, Long key) {
        records.computeIfAbsent(kind, all -> new HashMap<>()).put(slug, key);
    }

    final void putOffice(Long holder, String title, Long key) {
        offices.put(new Office(holder, title), key);
    }

    final boolean has(SeedKind kind, String slug) {
        return records.getOrDefault(kind, Map.of()).containsKey(slug);
    }

    /** All that are known of that kind. */
    final Collection<Long> of(SeedKind kind) {
        return records.getOrDefault(kind, Map.of()).values();
    }

    /** The key of that record; null for no slug. */
    Long of(SeedKind kind, String slug) {
        if (slug == null) {
            return null;
        }
        Long key = records.getOrDefault(kind, Map.of()).get(slug);
        if (key == null) {
            throw new IllegalStateException("No row for the " + kind.word() + " " + slug);
        }
        return key;
    }

    final List<Long> of(SeedKind kind, List<String> slugs) {
        return slugs.stream().map(slug -> of(kind, slug)).toList();
    }

    /** The key of that holder's office; null for no title. */
    final Long office(Long holder, String title) {
        return title == null ? null : offices.get(new Office(holder, title));
    }
}
