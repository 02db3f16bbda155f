package org.parley.stats;

import org.eclipse.microprofile.graphql.Description;

/** What events are counted by. */
@Description("Counts events by one of these.")
public enum EventDimension {
    @Description("The year of the date.")
    YEAR,
    @Description("The quarter of the date.")
    QUARTER,
    @Description("The month of the date.")
    MONTH,
    @Description("Each actor involved.")
    ACTOR,
    @Description("Where it happened; a slug.")
    PLACE,
    @Description("The state in which the place is.")
    COUNTRY,
    @Description("A value of `EventKind`.")
    KIND,
    @Description("Each issue.")
    ISSUE,
    @Description("Each source that attests it.")
    SOURCE,
    @Description("Number of sources that attest it as a whole, not only a field or provision: `0`, `1` ...")
    NUMBER_OF_SOURCES
}
