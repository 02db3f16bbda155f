package org.parley.meeting;

import org.eclipse.microprofile.graphql.Description;

/** A number of days between two dates, each of which may be known only within bounds. */
@Description("A number of days between two dates. Both bounds are equal if both dates are known to the day.")
public record DayCount(
        @Description("The least number; null if a date is unbounded.") Integer lowest,
        @Description("The greatest number; null if a date is unbounded.") Integer highest,
        @Description("Whether one of the dates is inferred.") boolean inferred) {}
