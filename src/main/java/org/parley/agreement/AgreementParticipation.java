package org.parley.agreement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.actor.ParticipationRole;

/** An actor's role in an agreement. */
public record AgreementParticipation(
        @NonNull @Description("The role the actor has. An actor with several roles has one participation for each.") ParticipationRole role,
        @NonNull boolean inferred,
        @Ignore Long actorKey,
        @Ignore Long onBehalfOfKey,
        @Ignore Long officeKey) {}
