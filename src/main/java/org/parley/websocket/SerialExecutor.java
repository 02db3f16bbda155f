package org.parley.websocket;

import io.vertx.core.Future;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.parley.http.ClientExecutor;

/** Runs the asynchronous tasks of one connection one after the other, on threads shared with other connections. */
final class SerialExecutor {

    private final Executor threads;
    private final ClientExecutor limit = new ClientExecutor(1);

    SerialExecutor(Executor threads) {
        this.threads = threads;
    }

    /** Runs a task when all earlier ones have completed. */
    void submit(Supplier<Future<Void>> task) {
        limit.submit(() -> threads.execute(() -> run(task)));
    }

    private void run(Supplier<Future<Void>> task) {
        Future<Void> done = Future.succeededFuture();
        try {
            done = task.get();
        } finally {
            done.onComplete(result -> limit.complete());
        }
    }
}
