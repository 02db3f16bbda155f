package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Connection;
import org.parley.paging.Page;

@Description("One page of a list of meetings.")
public class MeetingConnection extends Connection<Meeting, MeetingEdge> {

    public MeetingConnection(Page<MeetingEdge> page) {
        super(page);
    }
}
