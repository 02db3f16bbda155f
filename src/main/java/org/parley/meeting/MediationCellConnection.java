package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Connection;
import org.parley.paging.Page;

@Description("One page of a list of mediation cells.")
public class MediationCellConnection extends Connection<MediationCell, MediationCellEdge> {

    public MediationCellConnection(Page<MediationCellEdge> page) {
        super(page);
    }
}
