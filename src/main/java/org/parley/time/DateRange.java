package org.parley.time;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Days from..to, both included, either of them open. */
@Input("DateRange")
@Description("""
        OVERLAPS: the record may fall in the range (its earliest..latest overlaps it). WITHIN: it certainly does (earliest..latest lies in it). \
        Both days are included; a day left out is open.""")
public record DateRange(
        @Description("The first day of the range.") LocalDate from,
        @Description("The last day of the range.") LocalDate to,
        @NonNull @DefaultValue("OVERLAPS") @Description("How a date that is not exact is held against the range.") DateMatch match) {}
