package org.parley.persistence;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.parley.fault.BudgetExceededException;

/**
 * Limits what one request reads: rows, bytes of text, and time that PostgreSQL takes for all its statements. Throws a
 * BudgetExceededException beyond a limit.
 */
public final class ReadBudget {

    private static final int BYTES_OF_CHARACTER = 2;
    /** Approximate bytes of a row besides its texts: its object, and its part of the response. */
    private static final int BYTES_OF_ROW = 500;
    /** Memory is reserved in units of this size. */
    private static final int UNIT = 65_536;

    /** The memory that requests share. */
    public interface Memory {

        /** Reserves bytes. Throws if too few are left. */
        void reserve(long bytes);
    }

    private final long maxRows;
    private final long maxBytes;
    private final Duration maxTime;
    private long rows;
    private long bytes;
    private long nanos;
    /** Whether a statement exceeded the limit of PostgreSQL without being canceled. */
    private boolean overdue;
    private final Memory memory;
    private long used;
    private long reserved;

    public ReadBudget(long maxRows, long maxBytes, Duration maxTime, Memory memory) {
        this.memory = memory;
        this.maxRows = maxRows;
        this.maxBytes = maxBytes;
        this.maxTime = maxTime;
    }

    public long rows() {
        return rows;
    }

    /** Counts a row. */
    void row() {
        rows++;
        check("rows read", rows, maxRows);
        use(BYTES_OF_ROW);
    }

    private void use(long more) {
        used += more;
        if (used > reserved) {
            memory.reserve(used - reserved + UNIT);
            reserved = used + UNIT;
        }
    }

    /** Counts a value of a row. */
    void value(Object value) {
        if (value instanceof String text) {
            long more = (long) BYTES_OF_CHARACTER * text.length();
            bytes += more;
            check("bytes read", bytes, maxBytes);
            use(more);
        } else if (value instanceof Collection<?> values) {
            values.forEach(this::value);
        } else if (value instanceof Object[] values) {
            for (Object each : values) {
                value(each);
            }
        }
    }

    /** Counts the nanoseconds that PostgreSQL took to execute a statement or to send the next part of its result. */
    void time(long taken, long limitMillis) {
        nanos += taken;
        // PostgreSQL cancels a statement in time unless no processor is free.
        overdue |= taken > TimeUnit.MILLISECONDS.toNanos(limitMillis);
    }

    /** Counts the nanoseconds until PostgreSQL canceled a statement. Throws if its time limit was the reason. */
    void canceled(long taken, long limitMillis) {
        nanos += taken;
        if (taken >= TimeUnit.MILLISECONDS.toNanos(limitMillis)) {
            nanos = Math.max(nanos, maxTime.toNanos());
            checkTime();
        }
    }

    /** Returns the milliseconds that are left for the database, at least 1. */
    long millisLeft() {
        return Math.max(1, maxTime.minusNanos(nanos).toMillis());
    }

    private void checkTime() {
        if (nanos >= maxTime.toNanos()) {
            throw overdue ? BudgetExceededException.ofOverload() : BudgetExceededException.ofDatabaseTime(maxTime);
        }
    }

    /** Throws if a limit was exceeded. */
    void check() {
        checkTime();
        check("rows read", rows, maxRows);
        check("bytes read", bytes, maxBytes);
    }

    private static void check(String what, long number, long limit) {
        if (number > limit) {
            throw BudgetExceededException.ofNumber(what, limit);
        }
    }
}
