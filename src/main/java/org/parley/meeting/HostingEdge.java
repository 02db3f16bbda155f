package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Edge;

@Description("A hosting and its place in a list.")
public class HostingEdge extends Edge<Hosting> {

    public HostingEdge(String cursor, Hosting node) {
        super(cursor, node);
    }
}
