package org.parley.actor;

import org.eclipse.microprofile.graphql.Description;

@Description("Sort order by name, ignoring case; then by slug.")
public enum ActorOrder {
    @Description("A to Z.")
    NAME_ASC,
    @Description("Z to A.")
    NAME_DESC
}
