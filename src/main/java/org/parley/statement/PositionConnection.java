package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Connection;
import org.parley.paging.Page;

@Description("One page of a list of positions.")
public class PositionConnection extends Connection<Position, PositionEdge> {

    public PositionConnection(Page<PositionEdge> page) {
        super(page);
    }
}
