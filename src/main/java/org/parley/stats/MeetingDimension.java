package org.parley.stats;

import org.eclipse.microprofile.graphql.Description;

/** What meetings are counted by. */
@Description("Counts meetings by one of these.")
public enum MeetingDimension {
    @Description("The year of the date.")
    YEAR,
    @Description("The quarter of the date.")
    QUARTER,
    @Description("The month of the date.")
    MONTH,
    @Description("Each actor that hosted, as the record names it.")
    HOST,
    @Description("Each principal of a host: its state, body or movement.")
    HOST_PRINCIPAL,
    @Description("Each actor that mediated, as the record names it.")
    MEDIATOR,
    @Description("Each principal of a mediator: its state, body or movement.")
    MEDIATOR_PRINCIPAL,
    @Description("Each actor with a role, whichever it was, as the record names it.")
    PARTICIPANT,
    @Description("Each principal of an actor with a role: its state, body or movement.")
    PRINCIPAL,
    @Description("Each place.")
    PLACE,
    @Description("Each state in which a place is.")
    COUNTRY,
    @Description("The mediation format to which it belongs; a slug.")
    TRACK,
    @Description("Each issue.")
    ISSUE,
    @Description("A value of `MeetingKind`.")
    KIND,
    @Description("The rank at which the participants met.")
    LEVEL,
    @Description("How the participants communicated.")
    MEDIUM,
    @Description("How far the meeting got.")
    STATUS,
    @Description("Each source that attests it.")
    SOURCE,
    @Description("Number of sources that attest it as a whole, not only a field or provision: `0`, `1` ...")
    NUMBER_OF_SOURCES
}
