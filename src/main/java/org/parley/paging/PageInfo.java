package org.parley.paging;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Position of a page in its list.")
public record PageInfo(
        @NonNull @Description("True if the list continues after this page.") boolean hasNextPage,
        @NonNull @Description("True if the list has items before this page.") boolean hasPreviousPage,
        @Description("Cursor of the first item; null for an empty page.") String startCursor,
        @Description("Cursor of the last item; null for an empty page.") String endCursor) {

    /** Creates the position of a page with these edges. */
    public static PageInfo of(boolean hasNextPage, boolean hasPreviousPage, List<? extends Edge<?>> edges) {
        return edges.isEmpty() ? new PageInfo(hasNextPage, hasPreviousPage, null, null)
                : new PageInfo(hasNextPage, hasPreviousPage, edges.get(0).getCursor(), edges.get(edges.size() - 1).getCursor());
    }
}
