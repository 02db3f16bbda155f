package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Edge;

@Description("A meeting and its place in a list.")
public class MeetingEdge extends Edge<Meeting> {

    public MeetingEdge(String cursor, Meeting node) {
        super(cursor, node);
    }
}
