package org.parley.actor;

import org.eclipse.microprofile.graphql.Description;

@Description("The rank of an office.")
public enum OfficeRank {
    @Description("Head of state, of government, or of a mediating body.")
    LEADER,
    @Description("Foreign minister.")
    FOREIGN_MINISTER,
    @Description("Minister of another department.")
    MINISTER,
    @Description("Deputy minister.")
    DEPUTY_MINISTER,
    @Description("Ambassador.")
    AMBASSADOR,
    @Description("Spokesperson.")
    SPOKESPERSON,
    @Description("Member of a parliament.")
    LEGISLATOR,
    @Description("An office that the sources name as held before.")
    FORMER,
    @Description("Any other office.")
    OTHER
}
