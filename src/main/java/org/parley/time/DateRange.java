package org.parley.time;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A range of days, both bounds inclusive and optional. */
@Input("DateRange")
@Description("""
        A range of days, both included. `WITHIN` matches records that certainly fall in the range, `OVERLAPS` also those that may: a \
        record known only to the month then matches each of its days.""")
public record DateRange(
        @Description("First day of the range. Left out: no lower bound.") LocalDate from,
        @Description("Last day of the range. Left out: no upper bound.") LocalDate to,
        @NonNull @DefaultValue("WITHIN") @Description("How inexact dates are compared with the range.") DateMatch match) {}
