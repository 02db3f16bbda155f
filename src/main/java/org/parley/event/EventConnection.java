package org.parley.event;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Connection;
import org.parley.paging.Page;

@Description("One page of a list of events.")
public class EventConnection extends Connection<Event, EventEdge> {

    public EventConnection(Page<EventEdge> page) {
        super(page);
    }
}
