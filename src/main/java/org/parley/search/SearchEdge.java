package org.parley.search;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.paging.Edge;
import org.parley.source.SearchHit;

@Description("A search result: the record, how well it matches, and the text that matched.")
public class SearchEdge extends Edge<SearchHit> {

    private final double score;
    private final String highlight;

    public SearchEdge(String cursor, SearchHit node, double score, String highlight) {
        super(cursor, node);
        this.score = score;
        this.highlight = highlight;
    }

    @NonNull
    @Description("How well the record matches: higher is better. Comparable only within one search.")
    public double getScore() {
        return score;
    }

    @Description("""
            The text that matched, as HTML: matched words between `<mark>` and `</mark>`, everything else escaped. Null if only a \
            similar spelling matched.""")
    public String getHighlight() {
        return highlight;
    }
}
