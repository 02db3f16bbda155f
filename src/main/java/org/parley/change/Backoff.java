package org.parley.change;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait between attempts: twice as long from one to the next, up to a limit, and random between half of that and the whole, so
 * that replicas do not come back all at once.
 */
final class Backoff {

    private final long first;
    private final long most;
    private long next;

    Backoff(Duration first, Duration most) {
        this.first = first.toMillis();
        this.most = most.toMillis();
        this.next = this.first;
    }

    /** Milliseconds to wait before the next attempt. */
    long next() {
        long wait = next;
        next = Math.min(most, 2 * next);
        return ThreadLocalRandom.current().nextLong(wait / 2, wait + 1);
    }

    /** An attempt succeeded. */
    void reset() {
        next = first;
    }
}
