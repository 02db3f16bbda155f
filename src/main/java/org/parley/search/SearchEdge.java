package org.parley.search;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.paging.Edge;
import org.parley.source.SearchHit;

@Description("A hit, how well it fits, and the text that matched.")
public class SearchEdge extends Edge<SearchHit> {

    private final double fit;
    private final String marked;

    public SearchEdge(String cursor, SearchHit node, double score, String highlight) {
        super(cursor, node);
        this.fit = score;
        this.marked = highlight;
    }

    @NonNull
    @Description("How well it fits: greater is better; comparable within one search only.")
    public double getScore() {
        return fit;
    }

    @Description("""
            The text that matched, its words between <mark> and </mark>, everything else escaped as HTML text. \
            Null where only a similar spelling matched.""")
    public String getHighlight() {
        return marked;
    }
}
