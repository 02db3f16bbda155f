package org.parley.change;

import java.time.Duration;

/** Whether a connection pool still gives out connections, judged by samples of its counters. */
final class PoolProgress {

    /** Several times as long as any request may hold a connection. */
    static final Duration LIMIT = Duration.ofMinutes(1);

    private long acquired = -1;
    private long since;

    /**
     * Takes a sample and returns whether the pool is stuck: all its connections have been in use, and none was given out, for longer than
     * the limit although the database answered throughout.
     *
     * @param acquisitions how many connections the pool has given out since it started
     * @param now the time in nanoseconds
     */
    synchronized boolean isStuck(boolean exhausted, long acquisitions, boolean databaseAnswers, long now) {
        if (!exhausted || !databaseAnswers || acquisitions != acquired) {
            acquired = acquisitions;
            since = now;
        }
        return now - since > LIMIT.toNanos();
    }
}
