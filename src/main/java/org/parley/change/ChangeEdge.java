package org.parley.change;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Edge;

@Description("A change and its place in a list.")
public class ChangeEdge extends Edge<Change> {

    public ChangeEdge(String cursor, Change node) {
        super(cursor, node);
    }
}
