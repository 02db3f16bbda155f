package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Edge;

@Description("An encounter and its place in a list.")
public class EncounterEdge extends Edge<Encounter> {

    public EncounterEdge(String cursor, Encounter node) {
        super(cursor, node);
    }
}
