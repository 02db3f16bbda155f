package org.parley.meeting;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.actor.ParticipationRole;

/** A meeting, one who hosted or mediated it, and one leader whom it brought together with others. */
@Description("A meeting, one who hosted or mediated it, and one leader who took part: who hosted whom, when.")
public class Hosting {

    @NonNull
    @Description("HOST where the mediator hosted, else MEDIATOR.")
    public final ParticipationRole role;

    @NonNull
    @Description("All that the mediator did of these two: hosted, mediated, or both.")
    public final List<@NonNull ParticipationRole> roles;

    @Ignore
    public final long meetingKey;

    @Ignore
    public final long mediatorKey;

    @Ignore
    public final Long onBehalfOfKey;

    @Ignore
    public final long leaderKey;

    @Ignore
    public final Long leaderOfficeKey;

    Hosting(long meetingKey, long mediatorKey, Long onBehalfOfKey, List<ParticipationRole> roles, long leaderKey, Long leaderOfficeKey) {
        this.meetingKey = meetingKey;
        this.mediatorKey = mediatorKey;
        this.onBehalfOfKey = onBehalfOfKey;
        this.roles = roles;
        this.role = roles.contains(ParticipationRole.HOST) ? ParticipationRole.HOST : ParticipationRole.MEDIATOR;
        this.leaderKey = leaderKey;
        this.leaderOfficeKey = leaderOfficeKey;
    }
}
