package org.parley.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import org.parley.fault.BadUserInputException;
import org.parley.fault.ErrorCode;
import org.parley.fault.RequestDeclinedException;

/**
 * The moment up to which all writes are committed, so that a response as of it never changes. A write gets its time shortly before its
 * commit. While a write with a time is not committed, this is the time of the newest committed revision; otherwise the current time.
 *
 * @param clock the time of the database
 * @param newest the time of the newest revision
 * @param open whether a write has its time and is not committed
 */
record CommitHorizon(Instant clock, Instant newest, boolean open) {

    /** Reads the clock before the locks: a write that takes its lock later gets a later time. */
    private static final String SQL = """
            select statement_timestamp(), (select max(at) from public.revision), exists (
                select from pg_locks where relation = cast('public.revision' as regclass) and mode = 'RowExclusiveLock' and granted
                    and database = (select oid from pg_database where datname = current_database()))""";
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 5;

    /** Waits for writes that may get one of these moments. Must run before the snapshot is opened. */
    static CommitHorizon await(ReadContext context, Collection<Instant> moments) {
        long until = System.nanoTime() + TIMEOUT.toNanos();
        CommitHorizon horizon = read(context);
        while (moments.stream().anyMatch(horizon::isPending) && System.nanoTime() - until < 0) {
            pause();
            horizon = read(context);
        }
        return horizon;
    }

    private static CommitHorizon read(ReadContext context) {
        CommitHorizon[] read = new CommitHorizon[1];
        context.send(SQL, new WhereClause(), row -> read[0] = new CommitHorizon(instant(row, 1), instant(row, 2), row.getBoolean(3)));
        context.releaseConnection();
        return read[0];
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? Instant.MIN : time.toInstant();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RequestDeclinedException(ErrorCode.UNAVAILABLE, "the service is stopping; retry in a moment", Map.of());
        }
    }

    private boolean isPending(Instant asOf) {
        Instant moment = AsOfMoment.inMicros(asOf);
        return open && moment.isAfter(newest) && !moment.isAfter(clock);
    }

    /** Throws if a response as of that moment could still change. */
    void check(Instant asOf) {
        Instant moment = AsOfMoment.inMicros(asOf);
        if (moment.isAfter(newest) && moment.isAfter(clock)) {
            throw new BadUserInputException("asOf: " + asOf + " is in the future; send a past moment, or omit it");
        }
        if (isPending(asOf)) {
            throw new RequestDeclinedException(ErrorCode.UNAVAILABLE, "asOf: a write at " + asOf + " may be in progress; retry in a moment",
                    Map.of());
        }
    }
}
