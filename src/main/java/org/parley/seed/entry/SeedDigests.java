package org.parley.seed.entry;

import java.util.IdentityHashMap;
import java.util.Map;

/** The digests of entries, each worked out once. */
public final class SeedDigests {

    private final Map<Seed, String> digests = new IdentityHashMap<>();

    public String of(Seed seed) {
        return digests.computeIfAbsent(seed, Digest::of);
    }
}
