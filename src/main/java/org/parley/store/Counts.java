package org.parley.store;

import java.util.Map;
import java.util.function.Supplier;

/** How long each list of a batch is: all of them counted at once when the first is asked for. */
public final class Counts {

    private final Supplier<Map<Long, Integer>> count;
    private Map<Long, Integer> counted;

    public Counts(Supplier<Map<Long, Integer>> count) {
        this.count = count;
    }

    public int of(Long parent) {
        if (counted == null) {
            counted = count.get();
        }
        return counted.getOrDefault(parent, 0);
    }
}
