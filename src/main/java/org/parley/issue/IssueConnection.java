package org.parley.issue;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Connection;
import org.parley.paging.Page;

@Description("One page of a list of issues.")
public class IssueConnection extends Connection<Issue, IssueEdge> {

    public IssueConnection(Page<IssueEdge> page) {
        super(page);
    }
}
