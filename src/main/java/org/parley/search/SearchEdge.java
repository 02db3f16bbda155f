package org.parley.search;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.paging.Edge;
import org.parley.source.SearchHit;

@Description("A search result: the record, how well it matches, and the text that matched.")
public class SearchEdge extends Edge<SearchHit> {

    private final double score;
    private final String highlight;
    private final String matchedField;

    public SearchEdge(String cursor, SearchHit node, double score, String highlight, String matchedField) {
        super(cursor, node);
        this.score = score;
        this.highlight = highlight;
        this.matchedField = matchedField;
    }

    @NonNull
    @Description("""
            How well the record matches, from 0 to 1: from 0.9 for a record of that name, 0.55 for the words in its names, 0.2 for the words in \
            its texts, lower for similar words.""")
    public double getScore() {
        return score;
    }

    @Description("""
            The text of the field that matched best, as HTML: matched words between `<mark>` and `</mark>`, everything else escaped.""")
    public String getHighlight() {
        return highlight;
    }

    @Description("The field that matched best: `name`, `summary`, `provisions.text`. Names count first.")
    public String getMatchedField() {
        return matchedField;
    }
}
