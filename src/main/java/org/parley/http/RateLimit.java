package org.parley.http;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A token bucket: so many a second in the long run, and so many at once after a pause. */
final class RateLimit {

    private final double perNano;
    private final double burst;
    private final LongSupplier nanoTime;
    private double tokens;
    private long filled;

    /**
     * @param perSecond 0 for no limit
     */
    RateLimit(int perSecond, int burst, LongSupplier nanoTime) {
        this.perNano = (double) perSecond / TimeUnit.SECONDS.toNanos(1);
        this.burst = burst;
        this.nanoTime = nanoTime;
        this.tokens = burst;
        this.filled = nanoTime.getAsLong();
    }

    synchronized boolean take() {
        if (perNano == 0) {
            return true;
        }
        long now = nanoTime.getAsLong();
        tokens = Math.min(burst, tokens + (now - filled) * perNano);
        filled = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
