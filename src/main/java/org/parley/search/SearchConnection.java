package org.parley.search;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.paging.Page;
import org.parley.paging.PageInfo;
import org.parley.source.SearchHit;

@Description("One page of search results, best match first.")
public class SearchConnection extends Page<SearchHit> {

    private final List<SearchEdge> edges;
    private final Supplier<String> similar;

    SearchConnection(List<SearchEdge> edges, PageInfo pageInfo, IntSupplier count, Supplier<String> similar) {
        super(edges, pageInfo, count);
        this.edges = edges;
        this.similar = similar;
    }

    /** An empty page. */
    public SearchConnection() {
        this.edges = List.of();
        this.similar = () -> null;
    }

    @NonNull
    @Description("The items of this page, each with its cursor.")
    public List<@NonNull SearchEdge> getEdges() {
        return edges;
    }

    @Description("The search text, with each word that no record has replaced by the most similar word; null if there is no such word, or if this finds nothing.")
    public String getSuggestion() {
        return similar.get();
    }

    @Override
    protected boolean isExact(int length) {
        return length < SearchQueries.MAX_RESULTS;
    }
}
