package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Connection;
import org.parley.paging.Page;

@Description("One page of a list of hostings.")
public class HostingConnection extends Connection<Hosting, HostingEdge> {

    public HostingConnection(Page<HostingEdge> page) {
        super(page);
    }
}
