package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.time.PartialDate;

/** How many held meetings one mediator had with one leader. */
@Description("How many held meetings one host or mediator had with one leader.")
public class MediationCell {

    @NonNull
    @Description("How many meetings.")
    public final int meetings;

    @NonNull
    @Description("When the first was held.")
    public final PartialDate first;

    @NonNull
    @Description("When the last was held.")
    public final PartialDate last;

    @Ignore
    public final long mediatorKey;

    @Ignore
    public final long leaderKey;

    MediationCell(long mediatorKey, long leaderKey, int meetings, PartialDate first, PartialDate last) {
        this.mediatorKey = mediatorKey;
        this.leaderKey = leaderKey;
        this.meetings = meetings;
        this.first = first;
        this.last = last;
    }
}
