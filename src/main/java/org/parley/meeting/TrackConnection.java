package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Connection;
import org.parley.paging.Page;

@Description("One page of a list of tracks.")
public class TrackConnection extends Connection<Track, TrackEdge> {

    public TrackConnection(Page<TrackEdge> page) {
        super(page);
    }
}
