package org.parley.seed.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Divides what is sent to or read from the database, so that what is held at once has a bound. */
final class Batches {

    private Batches() {
    }

    /** Parts of at most that size, in order. */
    static <T> List<List<T>> of(Collection<T> all, int size) {
        List<T> list = all instanceof List<T> there ? there : new ArrayList<>(all);
        return IntStream.range(0, (list.size() + size - 1) / size)
                .mapToObj(part -> list.subList(part * size, Math.min(list.size(), (part + 1) * size))).toList();
    }
}
