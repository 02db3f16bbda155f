package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;

@Description("The form of the meeting, such as a summit, a working group or a call.")
public enum MeetingKind {
    @Description("Leaders meet.")
    SUMMIT,
    @Description("Ministers meet.")
    MINISTERIAL,
    @Description("Representatives confer.")
    CONSULTATION,
    @Description("Parties negotiate a text or a settlement.")
    NEGOTIATION,
    @Description("A group works on one matter over time.")
    WORKING_GROUP,
    @Description("A conversation by telephone or video.")
    CALL,
    @Description("One side visits another.")
    VISIT,
    @Description("An exchange of views without a text to agree on.")
    DIALOGUE,
    @Description("A gathering of many participants.")
    CONFERENCE
}
