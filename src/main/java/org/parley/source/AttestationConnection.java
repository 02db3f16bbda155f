package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Connection;
import org.parley.paging.Page;

@Description("One page of a list of attestations.")
public class AttestationConnection extends Connection<Attestation, AttestationEdge> {

    public AttestationConnection(Page<AttestationEdge> page) {
        super(page);
    }
}
