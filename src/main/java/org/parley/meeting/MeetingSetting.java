package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;

@Description("The occasion of a meeting.")
public enum MeetingSetting {
    @Description("Called for this meeting alone.")
    DEDICATED,
    @Description("In the margins of a larger meeting.")
    SIDELINES,
    @Description("During a visit.")
    VISIT,
    @Description("At a gathering of many participants.")
    CONFERENCE,
    @Description("The sources do not say.")
    UNSPECIFIED
}
