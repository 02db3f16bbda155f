package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.time.PartialDate;

/** Two actors and the held meetings that both took part in. */
@Description("Two actors and the held meetings that both took part in.")
public class Encounter {

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
    public final long actorKey;

    Encounter(long actorKey, int meetings, PartialDate first, PartialDate last) {
        this.actorKey = actorKey;
        this.meetings = meetings;
        this.first = first;
        this.last = last;
    }
}
