package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Edge;

@Description("An attestation and its place in a list.")
public class AttestationEdge extends Edge<Attestation> {

    public AttestationEdge(String cursor, Attestation node) {
        super(cursor, node);
    }
}
