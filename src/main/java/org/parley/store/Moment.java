package org.parley.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.parley.fault.BadUserInputException;

/** A moment as of which the record is read. What is read then stands in views of the tables' names, so that no query knows of it. */
record Moment(Instant asOf) {

    /** Apart from the same statement on the tables, whose plan the driver keeps under its text. */
    static final String MARK = "/* as of */ ";

    private static final String MOVE = """
            select w.at < b.at as early, b.at, set_config('parley.as_of', cast(greatest(b.revision, (select r.number
                    from public.revision r where r.at <= w.at order by r.at desc limit 1)) as text), true),
                set_config('search_path', regexp_replace(current_setting('search_path'), '^(as_of, )?', 'as_of, '), true)
            from (select cast(:at as timestamptz) as at) w, history.beginning b""";

    /** As the database keeps moments: a part of a microsecond is cut off, as nothing was written in it yet. */
    static Instant inMicros(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** From here on the reading's statements find the record as it stood then. */
    void move(Reading reading) {
        reading.send(MOVE, new Where().with("at", inMicros(asOf).toString()), row -> {
            if (row.getBoolean(1)) {
                throw new BadUserInputException("asOf: how the record stood at " + asOf + " is not kept; send a moment from "
                        + row.getObject(2, OffsetDateTime.class).toInstant() + " on");
            }
        });
    }
}
