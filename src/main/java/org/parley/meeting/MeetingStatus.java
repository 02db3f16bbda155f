package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;

@Description("What the sources know of its coming about.")
public enum MeetingStatus {
    @Description("It was held.")
    HELD,
    @Description("It goes on.")
    ONGOING,
    @Description("It is announced.")
    ANNOUNCED,
    @Description("Someone proposed it.")
    PROPOSED,
    @Description("A party asked for it.")
    REQUESTED,
    @Description("It was refused.")
    DECLINED,
    @Description("It was called off.")
    CANCELLED
}
