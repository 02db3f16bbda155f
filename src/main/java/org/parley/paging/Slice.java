package org.parley.paging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** The rows of a page in the order of the list, read with one extra row to detect whether the list goes on. */
public record Slice<R>(List<R> rows, boolean hasNext, boolean hasPrevious) {

    /** Returns the page of these rows, which a backward page reads from its end. */
    public static <R> Slice<R> of(List<R> rows, PageRequest request) {
        boolean more = rows.size() > request.size();
        List<R> page = new ArrayList<>(more ? rows.subList(0, request.size()) : rows);
        if (request.backwards()) {
            Collections.reverse(page);
            return new Slice<>(page, request.before() != null, more || request.after() != null);
        }
        return new Slice<>(page, more || request.before() != null, request.after() != null);
    }

    /** Returns the position of the page with these edges, one per row. */
    public PageInfo info(List<? extends Edge<?>> edges) {
        return PageInfo.of(hasNext, hasPrevious, edges);
    }

    /** Returns the page with an edge for each row. */
    public <N> Connection<N> page(Function<R, Edge<N>> edge, IntSupplier totalCount) {
        List<Edge<N>> edges = rows.stream().map(edge).toList();
        return new Connection<>(edges, info(edges), totalCount);
    }
}
