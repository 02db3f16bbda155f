package org.parley.time;

import org.eclipse.microprofile.graphql.Description;

@Description("How exact a date is.")
public enum DatePrecision {
    @Description("One day.")
    DAY,
    @Description("One month, the day not said.")
    MONTH,
    @Description("One year, the month not said.")
    YEAR,
    @Description("A span with a first and a last day, one of which may be open.")
    INTERVAL,
    @Description("Not even the year is known.")
    UNKNOWN
}
