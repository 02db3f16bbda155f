package org.parley.actor;

import org.eclipse.microprofile.graphql.Description;

@Description("How senior an office is.")
public enum OfficeRank {
    @Description("Heads a state, a government, an international body, or a movement or armed group that is a party.")
    LEADER,
    @Description("Leads a delegation without one of the other offices.")
    NEGOTIATOR,
    @Description("Head of a foreign ministry.")
    FOREIGN_MINISTER,
    @Description("Head of another ministry.")
    MINISTER,
    @Description("Deputy head of a ministry.")
    DEPUTY_MINISTER,
    @Description("Head of a diplomatic mission.")
    AMBASSADOR,
    @Description("Speaks publicly for a state or body.")
    SPOKESPERSON,
    @Description("Member of a parliament.")
    LEGISLATOR,
    @Description("An office the sources name as no longer held.")
    FORMER,
    @Description("Any other office.")
    OTHER
}
