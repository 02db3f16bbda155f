package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Connection;
import org.parley.paging.Page;

@Description("One page of a list of sources.")
public class SourceConnection extends Connection<Source, SourceEdge> {

    public SourceConnection(Page<SourceEdge> page) {
        super(page);
    }
}
