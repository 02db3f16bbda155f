package org.parley.time;

import org.eclipse.microprofile.graphql.Description;

@Description("How exact a date is.")
public enum DatePrecision {
    @Description("Known to the day.")
    DAY,
    @Description("Known to the month.")
    MONTH,
    @Description("Known to the year.")
    YEAR,
    @Description("A span with a first and a last day, one of which may be open.")
    INTERVAL,
    @Description("Not even the year is known.")
    UNKNOWN
}
