package org.parley.websocket;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ExecutorHeartbeatTest {

    private static final long PATIENCE = 100;

    private final Queue<Runnable> given = new ArrayDeque<>();
    private final AtomicLong completed = new AtomicLong();
    private final ExecutorHeartbeat heartbeat = new ExecutorHeartbeat(given::add, PATIENCE, completed::get);

    @Test
    void threadsThatRunTasksAreAlive() {
        for (long now = 0; now < 1_000; now += 200) {
            assertTrue(heartbeat.isAlive(now));
            given.remove().run();
        }
    }

    @Test
    void threadsThatRunNothingAreDeadAfterTheTimeout() {
        assertTrue(heartbeat.isAlive(1_000));
        assertTrue(heartbeat.isAlive(1_000 + PATIENCE));
        assertFalse(heartbeat.isAlive(1_001 + PATIENCE));
        given.remove().run();
        assertTrue(heartbeat.isAlive(1_002 + PATIENCE));
    }

    @Test
    void threadsThatProcessALongQueueAreAlive() {
        assertTrue(heartbeat.isAlive(0));
        for (long now = PATIENCE; now < 10 * PATIENCE; now += PATIENCE) {
            completed.incrementAndGet();
            assertTrue(heartbeat.isAlive(now));
        }
        assertFalse(heartbeat.isAlive(10 * PATIENCE + 1));
    }

    @Test
    void terminatedThreadsAreDead() {
        ExecutorService ended = Executors.newSingleThreadExecutor();
        ended.shutdownNow();
        assertFalse(new ExecutorHeartbeat(ended, PATIENCE, () -> 0).isAlive(0));
    }
}
