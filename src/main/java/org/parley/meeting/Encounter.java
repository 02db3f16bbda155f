package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.time.PartialDate;

/** Two actors that met. `selection` is the filter of the list that the encounter is in. */
@Description("Two actors, and the held meetings in which both took part.")
public record Encounter(
        @Ignore long actorKey,
        @Ignore long counterpartKey,
        @Ignore MeetingFilter selection,
        @NonNull @Description("Number of held meetings in which both took part.") int meetings,
        @NonNull @Description("Date of the first meeting.") PartialDate first,
        @NonNull @Description("Date of the last meeting.") PartialDate last) {}
