package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.actor.ActorLevel;
import org.parley.time.PartialDate;

/** The number of held meetings of a host or mediator with a leader. `selection` is the filter of the matrix. */
@Description("The held meetings of one host or mediator with one leader, or of those for whom they acted.")
public record MediationCell(
        @Ignore long mediatorKey,
        @Ignore long leaderKey,
        @Ignore ActorLevel level,
        @Ignore HostingFilter selection,
        @NonNull @Description("Number of meetings.") int meetings,
        @NonNull @Description("Date of the first meeting.") PartialDate first,
        @NonNull @Description("Date of the last meeting.") PartialDate last) implements Mediated {}
