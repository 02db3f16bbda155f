package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class ClientExecutorTest {

    private final List<Runnable> started = new ArrayList<>();
    private final List<Integer> ran = new ArrayList<>();
    private final Executor threads = new ClientExecutor(2).limiting(started::add);

    private void give(int tasks) {
        for (int i = 0; i < tasks; i++) {
            int number = i;
            threads.execute(() -> {
                ran.add(number);
                if (number == 1) {
                    throw new IllegalStateException("failed");
                }
            });
        }
    }

    private void runFirst() {
        try {
            started.remove(0).run();
        } catch (IllegalStateException failed) {
            ran.add(-1);
        }
    }

    @Test
    void queuedTasksRunInOrderAfterFailures() {
        give(5);
        for (int left : new int[]{2, 2, 2, 2, 1}) {
            assertEquals(left, started.size());
            runFirst();
        }
        assertEquals(List.of(0, 1, -1, 2, 3, 4), ran);
        give(1);
        assertEquals(1, started.size(), "a completed task freed more than one place");
    }
}
