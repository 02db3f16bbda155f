package org.parley.issue;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Edge;

@Description("An issue and its place in a list.")
public class IssueEdge extends Edge<Issue> {

    public IssueEdge(String cursor, Issue node) {
        super(cursor, node);
    }
}
