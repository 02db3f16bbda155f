package org.parley.actor;

import org.eclipse.microprofile.graphql.Description;

/** Whom a count of meetings names. */
@Description("Whether a count of meetings names those who took part, or whom they acted for.")
public enum ActorLevel {
    @Description("The actors that took part: persons, if the sources name them.")
    PERSON,
    @Description("""
            The state, body or movement that each acted for: the actor of `onBehalfOf`, otherwise the participant itself; in place of \
            either, the outermost actor that it belongs to by `partOf`. A state always stands for itself, and so does an actor that acts \
            for nobody and belongs to nobody.""")
    PRINCIPAL
}
