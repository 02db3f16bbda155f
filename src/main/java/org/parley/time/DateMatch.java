package org.parley.time;

import org.eclipse.microprofile.graphql.Description;

@Description("How a date that is not exact is held against a range.")
public enum DateMatch {
    @Description("The record may fall in the range: its earliest..latest overlaps it.")
    OVERLAPS,
    @Description("The record certainly falls in the range: its earliest..latest lies in it.")
    WITHIN
}
