package org.parley.figure;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Edge;

@Description("A figure and its place in a list.")
public class FigureEdge extends Edge<Figure> {

    public FigureEdge(String cursor, Figure node) {
        super(cursor, node);
    }
}
