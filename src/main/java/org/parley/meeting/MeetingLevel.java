package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;

@Description("The level at which it is held.")
public enum MeetingLevel {
    @Description("Heads of state or government.")
    LEADERS,
    @Description("Foreign ministers.")
    FOREIGN_MINISTERS,
    @Description("Other ministers.")
    MINISTERS,
    @Description("Deputy ministers.")
    DEPUTY_MINISTERS,
    @Description("Ambassadors.")
    AMBASSADORS,
    @Description("Representatives.")
    REPRESENTATIVES,
    @Description("The sources do not say.")
    UNSPECIFIED
}
