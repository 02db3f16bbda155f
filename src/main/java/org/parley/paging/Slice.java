package org.parley.paging;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** The rows of a forward page, read with one extra row to detect a next page. */
public record Slice<R>(List<R> rows, boolean more, boolean hasPrevious) {

    public static <R> Slice<R> of(List<R> rows, PageRequest request) {
        boolean more = rows.size() > request.size();
        return new Slice<>(more ? rows.subList(0, request.size()) : rows, more, request.after() != null);
    }

    /** Returns the position of the page with these edges, one per row. */
    public PageInfo info(List<? extends Edge<?>> edges) {
        return PageInfo.of(more, hasPrevious, edges);
    }

    /** Returns the page with an edge for each row. */
    public <N> Connection<N> page(Function<R, Edge<N>> edge, IntSupplier totalCount) {
        List<Edge<N>> edges = rows.stream().map(edge).toList();
        return new Connection<>(edges, info(edges), totalCount);
    }
}
