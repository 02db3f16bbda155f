package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Edge;

@Description("A position and its place in a list.")
public class PositionEdge extends Edge<Position> {

    public PositionEdge(String cursor, Position node) {
        super(cursor, node);
    }
}
