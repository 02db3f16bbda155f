package org.parley.change;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Computes exponentially growing delays between attempts, up to a limit. Each is random between half of the delay and the whole, so that
 * replicas do not reconnect at the same time.
 */
final class Backoff {

    private final long first;
    private final long max;
    private long next;

    Backoff(Duration first, Duration max) {
        this.first = first.toMillis();
        this.max = max.toMillis();
        this.next = this.first;
    }

    /** Returns the milliseconds to wait before the next attempt. */
    long next() {
        long wait = next;
        next = Math.min(max, 2 * next);
        return ThreadLocalRandom.current().nextLong(wait / 2, wait + 1);
    }

    /** Resets the delay after a success. */
    void reset() {
        next = first;
    }
}
