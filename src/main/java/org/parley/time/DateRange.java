package org.parley.time;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Days from..to, both included, either of them open. */
@Input("DateRange")
@Description("""
        A range of days, both included; a day left out is open. WITHIN, the default, keeps records that certainly fall in the range (their \
        earliest..latest lies in it), so that adjoining ranges never share a record. OVERLAPS also keeps those that may fall in it (their \
        earliest..latest overlaps it): a record known to the month only is then found on each of its days.""")
public record DateRange(
        @Description("The first day of the range.") LocalDate from,
        @Description("The last day of the range.") LocalDate to,
        @NonNull @DefaultValue("WITHIN") @Description("How a date that is not exact is compared with the range.") DateMatch match) {}
