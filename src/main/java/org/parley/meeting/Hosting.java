package org.parley.meeting;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.actor.ParticipationRole;

/** A row of the derived table `hosting`. */
@Description("One meeting, one host or mediator, and one leader who took part.")
public record Hosting(
        @Ignore long meetingKey,
        @Ignore long mediatorKey,
        @Ignore Long onBehalfOfKey,
        @NonNull @Description("Every role of the mediator among `HOST` and `MEDIATOR`.") List<@NonNull ParticipationRole> roles,
        @Ignore long leaderKey,
        @Ignore Long leaderOfficeKey) implements Mediated {

    @NonNull
    @Description("`HOST` if the mediator hosted the meeting, otherwise `MEDIATOR`.")
    public ParticipationRole getRole() {
        return roles.contains(ParticipationRole.HOST) ? ParticipationRole.HOST : ParticipationRole.MEDIATOR;
    }
}
