package org.parley.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.parley.fault.BadUserInputException;

/**
 * A moment as of which the record is read. Views in the schema `as_of` then take the place of the tables, so that queries need no change.
 */
record AsOfMoment(Instant asOf) {

    /** Distinguishes a statement from the same one on the tables, because the driver caches plans by text. */
    static final String COMMENT = "/* as of */ ";

    private static final String SET_MOMENT = """
            select w.at < b.at as early, b.at, set_config('parley.as_of', cast(greatest(b.revision, (select r.number
                    from public.revision r where r.at <= w.at order by r.at desc limit 1)) as text), true),
                set_config('search_path', regexp_replace(current_setting('search_path'), '^(as_of, )?', 'as_of, '), true)
            from (select cast(:at as timestamptz) as at) w, history.beginning b""";

    /** Truncates a moment to microseconds, the precision of the database. */
    static Instant inMicros(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** Makes later statements of the context read the record as of this moment. */
    void apply(ReadContext context) {
        context.send(SET_MOMENT, new WhereClause().with("at", inMicros(asOf).toString()), row -> {
            if (row.getBoolean(1)) {
                throw new BadUserInputException("asOf: no history at " + asOf + "; send a moment from "
                        + row.getObject(2, OffsetDateTime.class).toInstant() + " on");
            }
        });
    }
}
