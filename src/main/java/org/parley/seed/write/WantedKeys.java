package org.parley.seed.write;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.parley.seed.read.SeedKind;

/** Gives no key, and notes which are asked for: what a write speaks of is what its writers ask for. */
final class WantedKeys extends Keys {

    private final Map<SeedKind, Set<String>> wanted = new EnumMap<>(SeedKind.class);

    @Override
    Long of(SeedKind kind, String slug) {
        if (slug != null) {
            wanted.computeIfAbsent(kind, none -> new HashSet<>()).add(slug);
        }
        return null;
    }

    Map<SeedKind, Set<String>> wanted() {
        return wanted;
    }
}
