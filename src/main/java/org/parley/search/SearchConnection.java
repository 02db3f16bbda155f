package org.parley.search;

import java.util.List;
import java.util.function.IntSupplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.paging.Page;
import org.parley.paging.PageInfo;
import org.parley.source.SearchHit;

@Description("One page of search results, best match first.")
public class SearchConnection extends Page<SearchHit> {

    private final List<SearchEdge> edges;

    SearchConnection(List<SearchEdge> edges, PageInfo pageInfo, IntSupplier count) {
        super(edges, pageInfo, count);
        this.edges = edges;
    }

    /** An empty page. */
    public SearchConnection() {
        this.edges = List.of();
    }

    @NonNull
    @Description("The items of this page, each with its cursor.")
    public List<@NonNull SearchEdge> getEdges() {
        return edges;
    }

    @Override
    protected boolean isExact(int length) {
        return length < SearchQueries.MAX_RESULTS;
    }
}
