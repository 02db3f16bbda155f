package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.time.PartialDate;

/** The number of held meetings of a host or mediator with a leader. */
@Description("The held meetings of one host or mediator with one leader.")
public record MediationCell(
        @Ignore long mediatorKey,
        @Ignore long leaderKey,
        @NonNull @Description("Number of meetings.") int meetings,
        @NonNull @Description("Date of the first meeting.") PartialDate first,
        @NonNull @Description("Date of the last meeting.") PartialDate last) implements Mediated {}
