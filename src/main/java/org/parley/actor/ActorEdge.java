package org.parley.actor;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Edge;

@Description("An actor and its place in a list.")
public class ActorEdge extends Edge<Actor> {

    public ActorEdge(String cursor, Actor node) {
        super(cursor, node);
    }
}
