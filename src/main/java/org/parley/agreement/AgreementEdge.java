package org.parley.agreement;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Edge;

@Description("An agreement and its place in a list.")
public class AgreementEdge extends Edge<Agreement> {

    public AgreementEdge(String cursor, Agreement node) {
        super(cursor, node);
    }
}
