package org.parley.change;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PoolProgressTest {

    private final PoolProgress progress = new PoolProgress();

    @BeforeEach
    void start() {
        assertFalse(sample(0, true, 7, true));
    }

    @Test
    void isStuckIfNothingIsAcquiredForLongerThanTheLimit() {
        assertFalse(sample(60, true, 7, true));
        assertTrue(sample(61, true, 7, true));
        assertTrue(sample(90, true, 7, true));
    }

    @Test
    void isNotStuckIfAConnectionIsAcquired() {
        assertFalse(sample(50, true, 8, true));
        assertFalse(sample(100, true, 8, true));
        assertTrue(sample(111, true, 8, true));
    }

    @Test
    void isNotStuckIfAConnectionIsFree() {
        assertFalse(sample(50, false, 7, true));
        assertFalse(sample(100, true, 7, true));
        assertTrue(sample(111, true, 7, true));
    }

    @Test
    void isNotStuckIfTheDatabaseIsUnavailable() {
        assertFalse(sample(90, true, 7, false));
        assertFalse(sample(150, true, 7, true));
        assertTrue(sample(151, true, 7, true));
    }

    @Test
    void recovers() {
        assertTrue(sample(70, true, 7, true));
        assertFalse(sample(71, true, 8, true));
    }

    private boolean sample(long second, boolean exhausted, long acquisitions, boolean databaseAnswers) {
        return progress.isStuck(exhausted, acquisitions, databaseAnswers, Duration.ofSeconds(second).toNanos());
    }
}
