package org.parley.live;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What is made and sent for one connection, one after the other: between two of them others have their turn on the threads of all. */
final class Lane {

    private final Executor threads;
    private final Queue<Supplier<Future<Void>>> waiting = new ArrayDeque<>();
    private boolean busy;

    Lane(Executor threads) {
        this.threads = threads;
    }

    /** Does this when all before it is done. */
    synchronized void add(Supplier<Future<Void>> task) {
        waiting.add(task);
        if (!busy) {
            goOn();
        }
    }

    private synchronized void goOn() {
        Supplier<Future<Void>> next = waiting.poll();
        busy = next != null;
        if (busy) {
            threads.execute(() -> run(next));
        }
    }

    private void run(Supplier<Future<Void>> task) {
        Future<Void> done = Future.succeededFuture();
        try {
            done = task.get();
        } finally {
            done.onComplete(over -> goOn());
        }
    }
}
