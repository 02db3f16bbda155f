package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Edge;

@Description("A mediation cell and its place in a list.")
public class MediationCellEdge extends Edge<MediationCell> {

    public MediationCellEdge(String cursor, MediationCell node) {
        super(cursor, node);
    }
}
