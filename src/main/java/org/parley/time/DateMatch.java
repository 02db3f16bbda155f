package org.parley.time;

import org.eclipse.microprofile.graphql.Description;

@Description("How a date that is not exact is compared with a range.")
public enum DateMatch {
    @Description("The record may fall in the range: its earliest..latest overlaps it. Finds all that WITHIN finds.")
    OVERLAPS,
    @Description("The record certainly falls in the range: its earliest..latest lies in it. Adjoining ranges never share a record.")
    WITHIN
}
