package org.parley.paging;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Where a page stands in its list. */
@Description("Where a page stands in its list.")
public record PageInfo(
        @NonNull @Description("True where more follows this page.") boolean hasNextPage,
        @NonNull @Description("True where something stands before this page.") boolean hasPreviousPage,
        @Description("The cursor of the page's first item; null for an empty page.") String startCursor,
        @Description("The cursor of the page's last item; null for an empty page.") String endCursor) {

    /** Of a page of these edges. */
    public static PageInfo of(boolean hasNextPage, boolean hasPreviousPage, List<? extends Edge<?>> edges) {
        return edges.isEmpty() ? new PageInfo(hasNextPage, hasPreviousPage, null, null)
                : new PageInfo(hasNextPage, hasPreviousPage, edges.get(0).getCursor(), edges.get(edges.size() - 1).getCursor());
    }
}
