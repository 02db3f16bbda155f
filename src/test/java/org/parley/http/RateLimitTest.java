package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

    private static long taken(RateLimit rate, int asked) {
        return IntStream.range(0, asked).filter(i -> rate.tryTake(1)).count();
    }

    /** Also if System.nanoTime() overflows. */
    @Test
    void burstIsImmediateAndTheRestAtTheRate() {
        RateLimit rate = new RateLimit(10, 30, now::get);
        assertEquals(30, taken(rate, 100));
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(550));
        assertEquals(5, taken(rate, 100));
        now.addAndGet(TimeUnit.HOURS.toNanos(1));
        assertEquals(30, taken(rate, 100));
    }

    @Test
    void zeroIsNoLimit() {
        assertEquals(100_000, taken(new RateLimit(0, 1, now::get), 100_000));
    }

    @Test
    void returnedTokensAreReused() {
        RateLimit rate = new RateLimit(10, 30, now::get);
        assertEquals(120, IntStream.range(0, 1_000).filter(i -> rate.tryTake(0.25)).count(), "a quarter each");
        rate.giveBack(5);
        assertEquals(5, taken(rate, 100));
        rate.giveBack(100);
        assertEquals(30, taken(rate, 100), "no more than at once after a pause");
    }
}
