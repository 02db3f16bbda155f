package org.parley.actor;

import org.eclipse.microprofile.graphql.Description;

/** Whom a count of meetings names. */
@Description("Whether a count of meetings names those who took part, or whom they acted for.")
public enum ActorLevel {
    @Description("The actors that took part: persons, if the sources name them.")
    PERSON,
    @Description("""
            The state, body or movement that each acted for: of the actor of `onBehalfOf`, otherwise of the participant itself, the first \
            state that it is or belongs to by `partOf`; without one, the outermost actor.""")
    PRINCIPAL
}
