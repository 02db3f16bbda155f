package org.parley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import org.parley.fault.BadUserInputException;
import org.parley.fault.DeclinedException;
import org.parley.fault.ErrorCode;

/**
 * Up to which moment the record is settled, so that an answer as of it never changes. A write gets its time shortly before its commit:
 * while one that has its time is not committed, only moments up to the newest committed revision are settled; otherwise all that have
 * passed.
 *
 * @param clock the time by the clock of the database
 * @param newest the time of the newest revision
 * @param open whether a write has its time and is not committed yet
 */
record Horizon(Instant clock, Instant newest, boolean open) {

    /** The clock is read before the locks: a write that takes its lock later gets a later time. */
    private static final String SQL = """
            select statement_timestamp(), (select max(at) from public.revision), exists (
                select from pg_locks where relation = cast('public.revision' as regclass) and mode = 'RowExclusiveLock' and granted
                    and database = (select oid from pg_database where datname = current_database()))""";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 5;

    /** Waits for writes that can still be of one of these moments. The snapshot of what is read next is taken afterwards. */
    static Horizon await(Reading reading, Collection<Instant> moments) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        Horizon horizon = read(reading);
        while (moments.stream().anyMatch(horizon::isUnsettled) && System.nanoTime() - until < 0) {
            pause();
            horizon = read(reading);
        }
        return horizon;
    }

    private static Horizon read(Reading reading) {
        Horizon[] read = new Horizon[1];
        reading.send(SQL, new Where(), row -> read[0] = new Horizon(instant(row, 1), instant(row, 2), row.getBoolean(3)));
        reading.giveBack();
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
            throw new DeclinedException(ErrorCode.UNAVAILABLE, "the service is being stopped; ask again", Map.of());
        }
    }

    private boolean isUnsettled(Instant asOf) {
        Instant moment = Moment.inMicros(asOf);
        return open && moment.isAfter(newest) && !moment.isAfter(clock);
    }

    /** Throws where an answer as of that moment could still change. */
    void check(Instant asOf) {
        Instant moment = Moment.inMicros(asOf);
        if (moment.isAfter(newest) && moment.isAfter(clock)) {
            throw new BadUserInputException("asOf: " + asOf + " is still to come; send a moment that has been, or leave it out");
        }
        if (isUnsettled(asOf)) {
            throw new DeclinedException(ErrorCode.UNAVAILABLE,
                    "asOf: a write of that time, " + asOf + ", may not be finished yet; ask again in a moment", Map.of());
        }
    }
}
