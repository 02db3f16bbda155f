package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Connection;
import org.parley.paging.Page;

@Description("One page of a list of statements.")
public class StatementConnection extends Connection<Statement, StatementEdge> {

    public StatementConnection(Page<StatementEdge> page) {
        super(page);
    }
}
