package org.parley.actor;

import org.eclipse.microprofile.graphql.Description;
import org.parley.paging.Connection;
import org.parley.paging.Page;

@Description("One page of a list of actors.")
public class ActorConnection extends Connection<Actor, ActorEdge> {

    public ActorConnection(Page<ActorEdge> page) {
        super(page);
    }
}
