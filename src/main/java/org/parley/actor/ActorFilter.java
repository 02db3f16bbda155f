package org.parley.actor;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Which actors. */
@Input("ActorFilter")
@Description("Which actors. Lists mean any of; an empty list finds nothing.")
public record ActorFilter(
        @Description("Actors of these kinds.") List<ActorKind> kinds,
        @Description("Actors whose name or one of whose aliases contains this text, without regard to case and accents: three letters or digits in a row at least.") String text,
        @Description("Actors that had one of these roles in some meeting, themselves or through someone who acted for them.") List<ParticipationRole> roles,
        @Description("Actors that held an office of one of these ranks.") List<OfficeRank> ranks,
        @Description("Actors that belong to one of these, at any depth; slugs of states or bodies.") List<String> partOf) {

    static final ActorFilter ALL = new ActorFilter(null, null, null, null, null);
}
