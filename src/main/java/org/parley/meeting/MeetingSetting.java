package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;

@Description("On what occasion it is held.")
public enum MeetingSetting {
    @Description("For its own sake.")
    DEDICATED,
    @Description("In the margins of a larger gathering.")
    SIDELINES,
    @Description("On a visit.")
    VISIT,
    @Description("As a conference.")
    CONFERENCE,
    @Description("The sources do not say.")
    UNSPECIFIED
}
