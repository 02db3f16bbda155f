package org.parley.paging;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** The rows of a forward page, read with one more than is shown to know whether more follow. */
public record Slice<R>(List<R> shown, boolean more, boolean later) {

    public static <R> Slice<R> of(List<R> rows, PageRequest request) {
        boolean more = rows.size() > request.size();
        return new Slice<>(more ? rows.subList(0, request.size()) : rows, more, request.after() != null);
    }

    /** The page of these edges, one for each row shown. */
    public <E extends Edge<?>> Page<E> page(List<E> edges, IntSupplier totalCount) {
        return new Page<>(edges, PageInfo.of(more, later, edges), totalCount);
    }

    /** The page whose edges are made of the rows. */
    public <E extends Edge<?>> Page<E> page(Function<R, E> edge, IntSupplier totalCount) {
        return page(shown.stream().map(edge).toList(), totalCount);
    }
}
