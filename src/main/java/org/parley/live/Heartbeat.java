package org.parley.live;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

/**
 * Whether the threads of an executor still run tasks: looks, each time it is asked, whether the task that it gave them before has run. A
 * long queue is no standstill: where the task waits behind others, each that was completed meanwhile begins the patience anew.
 */
final class Heartbeat {

    private final Executor threads;
    private final long patience;
    private final LongSupplier completed;
    private volatile boolean beaten = true;
    private long asked;
    private long seen;

    /**
     * @param patience nanoseconds without a completed task
     * @param completed how many tasks the executor has completed, where it counts them
     */
    Heartbeat(Executor threads, long patience, LongSupplier completed) {
        this.threads = threads;
        this.patience = patience;
        this.completed = completed;
    }

    synchronized boolean isAlive(long now) {
        if (!beaten) {
            long number = completed.getAsLong();
            if (number != seen) {
                seen = number;
                asked = now;
            }
            return now - asked <= patience;
        }
        beaten = false;
        asked = now;
        seen = completed.getAsLong();
        try {
            threads.execute(() -> beaten = true);
        } catch (RejectedExecutionException ended) {
            return false;
        }
        return true;
    }
}
