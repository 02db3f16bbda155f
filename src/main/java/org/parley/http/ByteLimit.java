package org.parley.http;

import java.util.concurrent.atomic.AtomicLong;

/** A counter of bytes in memory, with a limit. */
final class ByteLimit {

    private final AtomicLong reserved = new AtomicLong();
    private final long limit;

    ByteLimit(long limit) {
        this.limit = limit;
    }

    /** Reserves bytes if the limit allows it; otherwise reserves nothing and returns false. */
    boolean tryReserve(long number) {
        if (reserved.addAndGet(number) <= limit) {
            return true;
        }
        reserved.addAndGet(-number);
        return false;
    }

    /** Reserves bytes regardless of the limit. */
    void forceReserve(long number) {
        reserved.addAndGet(number);
    }

    void release(long number) {
        reserved.addAndGet(-number);
    }

    boolean isReached() {
        return reserved.get() >= limit;
    }

    long reserved() {
        return reserved.get();
    }
}
