package org.parley.agreement;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Connection;
import org.parley.paging.Page;

@Description("One page of a list of agreements.")
public class AgreementConnection extends Connection<Agreement, AgreementEdge> {

    public AgreementConnection(Page<AgreementEdge> page) {
        super(page);
    }
}
