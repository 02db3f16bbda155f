package org.parley.live;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Whether the threads of an executor still run tasks: looks, each time it is asked, whether the task that it gave them before has run. */
final class Heartbeat {

    private final Executor threads;
    private final long patience;
    private volatile boolean beaten = true;
    private long asked;

    /**
     * @param patience nanoseconds that a task may wait
     */
    Heartbeat(Executor threads, long patience) {
        this.threads = threads;
        this.patience = patience;
    }

    synchronized boolean isAlive(long now) {
        if (!beaten) {
            return now - asked <= patience;
        }
        beaten = false;
        asked = now;
        try {
            threads.execute(() -> beaten = true);
        } catch (RejectedExecutionException ended) {
            return false;
        }
        return true;
    }
}
