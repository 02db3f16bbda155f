package org.parley.event;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Edge;

@Description("An event and its place in a list.")
public class EventEdge extends Edge<Event> {

    public EventEdge(String cursor, Event node) {
        super(cursor, node);
    }
}
