package org.parley.seed.write;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.seed.entry.Seed;

/** Orders entries of one kind so that a whole comes before its parts, which refer to its row. */
final class Wholes {

    private Wholes() {
    }

    static List<Seed> first(List<Seed> seeds) {
        Map<String, Seed> bySlug = new LinkedHashMap<>();
        seeds.forEach(seed -> bySlug.put(seed.slug(), seed));
        Map<String, Seed> ordered = new LinkedHashMap<>();
        for (Seed seed : seeds) {
            Deque<Seed> wholes = new ArrayDeque<>();
            for (Seed whole = seed; whole != null && !ordered.containsKey(whole.slug()); whole = bySlug.get(whole.whole())) {
                wholes.push(whole);
            }
            wholes.forEach(whole -> ordered.put(whole.slug(), whole));
        }
        return List.copyOf(ordered.values());
    }
}
