package org.parley.http;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs a limited number of tasks at once and queues the others. */
public final class ClientExecutor {

    private final int maxRunning;
    private final int maxQueued;
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private int running;

    public ClientExecutor(int maxRunning) {
        this(maxRunning, Integer.MAX_VALUE);
    }

    ClientExecutor(int maxRunning, int maxQueued) {
        this.maxRunning = maxRunning;
        this.maxQueued = maxQueued;
    }

    /**
     * Runs the task now, or when another completes. Returns false if the queue is full. Each task that was run must call {@link #complete}.
     */
    public boolean submit(Runnable task) {
        synchronized (this) {
            if (running >= maxRunning) {
                return queue.size() < maxQueued && queue.add(task);
            }
            running++;
        }
        task.run();
        return true;
    }

    /** Completes a task and runs the one that has waited longest. */
    public void complete() {
        Runnable next;
        synchronized (this) {
            next = queue.poll();
            if (next == null) {
                running--;
            }
        }
        if (next != null) {
            next.run();
        }
    }

    /** Returns an executor that runs tasks on `threads`, within this limit. */
    public Executor limiting(Executor threads) {
        return task -> submit(() -> threads.execute(() -> run(task)));
    }

    private void run(Runnable task) {
        try {
            task.run();
        } finally {
            complete();
        }
    }
}
