package org.parley.change;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Connection;
import org.parley.paging.Page;

@Description("One page of a list of changes.")
public class ChangeConnection extends Connection<Change, ChangeEdge> {

    public ChangeConnection(Page<ChangeEdge> page) {
        super(page);
    }
}
