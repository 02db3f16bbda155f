package org.parley.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A revision of the record, and when it was made. The record as of that moment is the record of that revision, because a later revision has
 * a later time.
 */
public record RevisionTime(long revision, Instant at) {

    private static final String SQL = """
            select r.number, r.at from public.revision r where r.at <= cast(:at as timestamptz) order by r.at desc limit 1""";

    /** Returns the revision that was current at a moment, or the newest one for null. Returns null before the first revision. */
    static RevisionTime read(ReadContext context, Instant asOf) {
        RevisionTime[] read = new RevisionTime[1];
        String at = asOf == null ? "infinity" : AsOfMoment.inMicros(asOf).toString();
        context.queryUncounted(SQL, new WhereClause().with("at", at),
                row -> read[0] = new RevisionTime(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()));
        return read[0];
    }
}
