package org.parley.entry.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Splits large statements into batches, and combines several statements into one. */
final class Batches {

    private Batches() {
    }

    /** Splits a collection into lists of at most `size` items, in order. */
    static <T> List<List<T>> of(Collection<T> all, int size) {
        List<T> list = all instanceof List<T> there ? there : new ArrayList<>(all);
        return IntStream.range(0, (list.size() + size - 1) / size)
                .mapToObj(part -> list.subList(part * size, Math.min(list.size(), (part + 1) * size))).toList();
    }

    /** Combines data-modifying statements into one: all but the last become common table expressions. */
    static String combine(List<String> statements) {
        int last = statements.size() - 1;
        String with = IntStream.range(0, last).mapToObj(i -> "s" + i + " as (" + statements.get(i) + ")").collect(Collectors.joining(", "));
        return (last == 0 ? "" : "with " + with + " ") + statements.get(last);
    }
}
