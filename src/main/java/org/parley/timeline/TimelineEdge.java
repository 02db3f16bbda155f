package org.parley.timeline;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Edge;
import org.parley.source.Record;

@Description("A record and its place in the timeline.")
public class TimelineEdge extends Edge<Record> {

    public TimelineEdge(String cursor, Record node) {
        super(cursor, node);
    }
}
