package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Connection;
import org.parley.paging.Page;

@Description("One page of a list of encounters.")
public class EncounterConnection extends Connection<Encounter, EncounterEdge> {

    public EncounterConnection(Page<EncounterEdge> page) {
        super(page);
    }
}
