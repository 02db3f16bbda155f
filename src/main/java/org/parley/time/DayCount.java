package org.parley.time;

import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;

/** A number of days between two dates, each of which may be known only within bounds. */
@Description("A number of days between two dates. Both bounds are equal if both dates are known to the day.")
public record DayCount(
        @Description("The least number; null if a date is unbounded.") Integer lowest,
        @Description("The greatest number; null if a date is unbounded.") Integer highest,
        @Description("Whether one of the dates is inferred.") boolean inferred) {

    /** The columns of a count between the dates of two tables: least and greatest number, and whether one is inferred. */
    public static String columns(String earlier, String later) {
        return String.format(Locale.ROOT, """
                case when %2$s.date_earliest < %1$s.date_latest then 0 else %2$s.date_earliest - %1$s.date_latest end,
                %2$s.date_latest - %1$s.date_earliest, %2$s.date_inferred or %1$s.date_inferred""", earlier, later);
    }

    /** Returns the count whose columns begin at `from`; null for no row. */
    public static DayCount of(Object[] row, int from) {
        return row == null ? null : new DayCount((Integer) row[from], (Integer) row[from + 1], (Boolean) row[from + 2]);
    }
}
