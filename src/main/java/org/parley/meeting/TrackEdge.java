package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Edge;

@Description("A track and its place in a list.")
public class TrackEdge extends Edge<Track> {

    public TrackEdge(String cursor, Track node) {
        super(cursor, node);
    }
}
