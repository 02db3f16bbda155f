package org.parley.http;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A token bucket: allows a number of requests per second in the long run, and a burst after a pause. */
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

    /** Takes tokens; takes none and returns false if there are too few. */
    synchronized boolean tryTake(double number) {
        if (perNano == 0) {
            return true;
        }
        long now = nanoTime.getAsLong();
        tokens = Math.min(burst, tokens + (now - filled) * perNano);
        filled = now;
        if (tokens < number) {
            return false;
        }
        tokens -= number;
        return true;
    }

    /** Returns tokens that were taken. */
    synchronized void giveBack(double number) {
        tokens = Math.min(burst, tokens + number);
    }
}
