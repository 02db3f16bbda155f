package org.parley.stats;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Edge;

@Description("A group of a statistic, with its cursor.")
public class StatsEdge extends Edge<StatsGroup> {

    public StatsEdge(String cursor, StatsGroup node) {
        super(cursor, node);
    }
}
