package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Connection;
import org.parley.paging.Page;

@Description("One page of a list of discrepancies.")
public class DiscrepancyConnection extends Connection<Discrepancy, DiscrepancyEdge> {

    public DiscrepancyConnection(Page<DiscrepancyEdge> page) {
        super(page);
    }
}
