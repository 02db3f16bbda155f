package org.parley.stats;

import java.util.List;
import java.util.Locale;

/** The SQL of the dimensions of which the values are periods of the date. */
final class PeriodQueries {

    /** A period of the calendar: its number in SQL. */
    private enum Period {
        YEAR("cast(date_part('year', %1$s) as int)"),
        QUARTER("cast(date_part('year', %1$s) * 4 + date_part('quarter', %1$s) - 1 as int)"),
        MONTH("cast(date_part('year', %1$s) * 12 + date_part('month', %1$s) - 1 as int)");

        private final String number;

        Period(String number) {
            this.number = number;
        }
    }

    /** Sorts numbers as text. */
    static final String SORTED_NUMBER = "coalesce(to_char(g.key#, 'FM000000'), '~')";

    /** Whether the date spans at most a century. Only such a date adds every period in which it may lie: at most 1,201. */
    private static final String IS_SHORT = "(e.date_latest - e.date_earliest <= 36525) is true as short#";

    /** The periods that are counted: those of short dates, and the first and last of others. */
    private static final String COUNTED_PERIODS = """
            known# as materialized (select distinct p.key from counted c cross join lateral unnest(case when c.short#
                then array(select generate_series(c.first#, c.last#)) else array[c.first#, c.last#] end) p (key) where p.key is not null)""";

    /** All counted periods in which the date may lie. Null, if they are several. */
    private static final String PERIODS = """
            cross join lateral unnest(case when c.first# = c.last# then array[c.first#]
                when c.short# then array_prepend(cast(null as int), array(select generate_series(c.first#, c.last#)))
                else array_prepend(cast(null as int), array(select k.key from known# k
                    where k.key between coalesce(c.first#, k.key) and coalesce(c.last#, k.key))) end) period# (key)""";

    private PeriodQueries() {
    }

    static Dimension of(Enum<?> by) {
        String number = Period.valueOf(by.name()).number;
        List<String> columns = List.of(String.format(Locale.ROOT, number, "e.date_earliest") + " as first#",
                String.format(Locale.ROOT, number, "e.date_latest") + " as last#", "e.date_inferred as inferred#", IS_SHORT);
        return new Dimension(List.of("e.date_earliest", "e.date_latest", "e.date_inferred"), "", "", columns, COUNTED_PERIODS, PERIODS,
                "period#.key", "(period#.key is null or c.first# = c.last#)", "(c.first# = c.last# and not c.inferred#) is true",
                "case when c.first# = c.last# then c.first# end", SORTED_NUMBER, null, "");
    }
}
