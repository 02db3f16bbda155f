package org.parley.websocket;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

/**
 * Checks whether the threads of an executor still run tasks. Each check submits a task and looks whether the previous one has run. If that
 * one is still queued, each task completed meanwhile restarts the timeout.
 */
final class ExecutorHeartbeat {

    private final Executor threads;
    private final long timeout;
    private final LongSupplier completed;
    private volatile boolean responded = true;
    private long since;
    private long lastCompleted;

    /**
     * @param timeout nanoseconds without a completed task
     * @param completed returns how many tasks the executor has completed, or always 0
     */
    ExecutorHeartbeat(Executor threads, long timeout, LongSupplier completed) {
        this.threads = threads;
        this.timeout = timeout;
        this.completed = completed;
    }

    synchronized boolean isAlive(long now) {
        if (!responded) {
            long number = completed.getAsLong();
            if (number != lastCompleted) {
                lastCompleted = number;
                since = now;
            }
            return now - since <= timeout;
        }
        responded = false;
        since = now;
        lastCompleted = completed.getAsLong();
        try {
            threads.execute(() -> responded = true);
        } catch (RejectedExecutionException ended) {
            return false;
        }
        return true;
    }
}
