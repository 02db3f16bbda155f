package org.parley.change;

import java.time.Duration;

/** Decides from samples of its counters whether a connection pool still provides connections. */
final class PoolProgress {

    /** Several times the maximum time for which a request holds a connection. */
    static final Duration LIMIT = Duration.ofMinutes(1);

    private long acquired = -1;
    private long since;

    /**
     * Takes a sample. Returns whether the pool is stuck: all connections were in use, and none was acquired, for longer than the limit
     * although the database was available.
     *
     * @param acquisitions number of acquired connections since startup
     * @param now the time in nanoseconds
     */
    synchronized boolean isStuck(boolean exhausted, long acquisitions, boolean databaseAvailable, long now) {
        if (!exhausted || !databaseAvailable || acquisitions != acquired) {
            acquired = acquisitions;
            since = now;
        }
        return now - since > LIMIT.toNanos();
    }
}
