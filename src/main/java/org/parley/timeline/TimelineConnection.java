package org.parley.timeline;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Connection;
import org.parley.paging.Page;
import org.parley.source.Record;

@Description("One page of the timeline.")
public class TimelineConnection extends Connection<Record, TimelineEdge> {

    public TimelineConnection(Page<TimelineEdge> page) {
        super(page);
    }
}
