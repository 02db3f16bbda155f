package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;

@Description("What sort of meeting it is.")
public enum MeetingKind {
    @Description("Leaders meet.")
    SUMMIT,
    @Description("Ministers meet.")
    MINISTERIAL,
    @Description("Representatives consult.")
    CONSULTATION,
    @Description("Parties negotiate a text or a settlement.")
    NEGOTIATION,
    @Description("A group works on one matter over time.")
    WORKING_GROUP,
    @Description("A conversation by telephone or video.")
    CALL,
    @Description("Someone visits another.")
    VISIT,
    @Description("An exchange without a text to agree on.")
    DIALOGUE,
    @Description("A gathering of many.")
    CONFERENCE
}
