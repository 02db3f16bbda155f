package org.parley.time;

import org.eclipse.microprofile.graphql.Description;

@Description("How an inexact date is compared with a range.")
public enum DateMatch {
    @Description("The record may fall in the range: earliest to latest overlaps it. Includes everything that `WITHIN` matches.")
    OVERLAPS,
    @Description("The record certainly falls in the range: earliest to latest lies in it. Adjoining ranges never share a record.")
    WITHIN
}
