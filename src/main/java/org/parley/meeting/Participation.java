package org.parley.meeting;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.actor.ParticipationRole;
import org.parley.source.RecordPart;

/** An actor's role in a meeting. */
@Entity
public class Participation extends RecordPart {

    @Ignore
    public Long meetingKey;

    @Ignore
    public Long actorKey;

    @Ignore
    public Long onBehalfOfKey;

    @Ignore
    public Long officeKey;

    @NonNull
    @Description("The role the actor had. An actor with several roles has one participation for each.")
    @Enumerated(EnumType.STRING)
    public ParticipationRole role;

    @NonNull
    public boolean inferred;
}
