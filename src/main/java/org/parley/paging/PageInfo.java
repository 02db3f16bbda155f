package org.parley.paging;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Where a page stands in its list. */
@Description("Where a page stands in its list.")
public record PageInfo(
        @NonNull @Description("True where more follows this page.") boolean hasNextPage,
        @NonNull @Description("True where something stands before this page.") boolean hasPreviousPage,
        @Description("The cursor of the page's first item; null for an empty page.") String startCursor,
        @Description("The cursor of the page's last item; null for an empty page.") String endCursor) {}
