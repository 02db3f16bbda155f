package org.parley.store;

import java.time.Instant;
import org.parley.fault.BadUserInputException;

/**
 * A moment as of which the record is read, and the one at which that is asked. What is read then stands in views of the tables' names, so
 * that no query knows of it.
 */
record Moment(Instant asOf, Instant now) {

    /** Apart from the same statement on the tables, whose plan the driver keeps under its text. */
    static final String MARK = "/* as of */ ";

    private static final String MOVE = """
            select m.late, m.early, cast(m.beginning as text),
                set_config('parley.as_of', cast(m.revision as text), true), set_config('search_path', 'as_of, public', true)
            from (select w.at > w.now and w.at > coalesce((select max(c.at) from public.change c), '-infinity') as late,
                    w.at < b.at as early, b.at as beginning, greatest(b.revision, (select c.revision from public.change c where c.at <= w.at
                        order by c.at desc, c.id desc limit 1)) as revision
                from (select cast(:at as timestamptz) as at, cast(:now as timestamptz) as now) w, history.beginning b) m""";

    /** From here on the reading's statements find the record as it stood then. */
    void move(Reading reading) {
        Where where = new Where().with("at", asOf.toString()).with("now", now.toString());
        reading.send(MOVE, where, row -> {
            if (row.getBoolean(1)) {
                throw new BadUserInputException("asOf: " + asOf + " is still to come; send a moment that has been, or leave it out");
            }
            if (row.getBoolean(2)) {
                throw new BadUserInputException(
                        "asOf: how the record stood at " + asOf + " is not kept; send a moment from " + row.getString(3) + " on");
            }
        });
    }
}
