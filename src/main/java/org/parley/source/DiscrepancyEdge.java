package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Edge;

@Description("A discrepancy and its place in a list.")
public class DiscrepancyEdge extends Edge<Discrepancy> {

    public DiscrepancyEdge(String cursor, Discrepancy node) {
        super(cursor, node);
    }
}
