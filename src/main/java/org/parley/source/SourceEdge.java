package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Edge;

@Description("A source and its place in a list.")
public class SourceEdge extends Edge<Source> {

    public SourceEdge(String cursor, Source node) {
        super(cursor, node);
    }
}
