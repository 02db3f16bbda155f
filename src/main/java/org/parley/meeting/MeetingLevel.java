package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;

@Description("The rank at which the sides of a meeting met.")
public enum MeetingLevel {
    @Description("Heads of state or government, of international bodies, or of movements and armed groups that are parties.")
    LEADERS,
    @Description("Heads of foreign ministries.")
    FOREIGN_MINISTERS,
    @Description("Heads of other ministries.")
    MINISTERS,
    @Description("Deputies of ministers.")
    DEPUTY_MINISTERS,
    @Description("Heads of diplomatic missions.")
    AMBASSADORS,
    @Description("Delegates of any other rank.")
    REPRESENTATIVES,
    @Description("The sources do not say.")
    UNSPECIFIED
}
