package org.parley.paging;

import java.util.List;
import java.util.function.IntSupplier;

/**
 * The edges of one page, where it stands, and how to count the whole list; a count above {@link Connection#MOST_COUNTED} may be too small.
 */
public record Page<E>(List<E> edges, PageInfo info, IntSupplier totalCount) {

    /** The page of a list that could not be asked for as it was. */
    public static <E> Page<E> empty() {
        return new Page<>(List.of(), PageInfo.of(false, false, List.of()), () -> 0);
    }
}
