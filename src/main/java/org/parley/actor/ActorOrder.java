package org.parley.actor;

import org.eclipse.microprofile.graphql.Description;

@Description("An order of names, without regard to case; equal names are in the order of their slugs.")
public enum ActorOrder {
    @Description("A to Z.")
    NAME_ASC,
    @Description("Z to A.")
    NAME_DESC
}
