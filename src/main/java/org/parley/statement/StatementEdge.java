package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Edge;

@Description("A statement and its place in a list.")
public class StatementEdge extends Edge<Statement> {

    public StatementEdge(String cursor, Statement node) {
        super(cursor, node);
    }
}
