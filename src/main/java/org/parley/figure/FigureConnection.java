package org.parley.figure;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Connection;
import org.parley.paging.Page;

@Description("One page of a list of figures.")
public class FigureConnection extends Connection<Figure, FigureEdge> {

    public FigureConnection(Page<FigureEdge> page) {
        super(page);
    }
}
