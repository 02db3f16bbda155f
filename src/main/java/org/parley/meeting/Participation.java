package org.parley.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.actor.ParticipationRole;
import org.parley.source.Part;
import org.parley.store.ReadIfAsked;

/** An actor's part in a meeting. */
@Entity
@Description("An actor's part in a meeting. Host, mediator and place are three things: each is said apart.")
public class Participation extends Part {

    @Ignore
    @Column(name = "meeting_id")
    @ReadIfAsked("meeting")
    public Long meetingKey;

    @Ignore
    @Column(name = "actor_id")
    @ReadIfAsked("actor")
    public Long actorKey;

    @Ignore
    @Column(name = "on_behalf_of_id")
    @ReadIfAsked("onBehalfOf")
    public Long onBehalfOfKey;

    @Ignore
    @Column(name = "office_id")
    @ReadIfAsked("office")
    public Long officeKey;

    @NonNull
    @Description("The part it had.")
    @Enumerated(EnumType.STRING)
    @ReadIfAsked
    public ParticipationRole role;

    @NonNull
    @Description("True where the source names an office only and the person was worked out.")
    @ReadIfAsked
    public boolean inferred;
}
