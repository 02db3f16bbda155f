package org.parley.persistence;

import java.util.Map;
import java.util.function.Supplier;

/** The lengths of the lists of a batch, counted together on first use. */
public final class BatchCounts {

    private final Supplier<Map<Long, Integer>> count;
    private Map<Long, Integer> counted;

    public BatchCounts(Supplier<Map<Long, Integer>> count) {
        this.count = count;
    }

    public int of(Long parent) {
        if (counted == null) {
            counted = count.get();
        }
        return counted.getOrDefault(parent, 0);
    }
}
