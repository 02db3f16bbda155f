package org.parley.websocket;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A connection over which a client receives the results of its operations, with flow control. Methods may be called from any thread. */
abstract class ClientConnection {

    /** Bytes in flight from which no more operations are started. */
    private static final int MAX_IN_FLIGHT = 256_000;
    /** Approximate overhead of a write, in bytes. */
    private static final int WRITE_OVERHEAD = 500;

    private final AtomicLong inFlight = new AtomicLong();
    private volatile Runnable onWritable = () -> {
    };
    private volatile long lastProgress = System.nanoTime();

    /** Reports to the client that a subscription is active. Completes when its socket has accepted this. */
    abstract Future<Void> sendStarted(String id);

    /** Sends a response, and releases it when the client's socket has accepted it. */
    abstract Future<Void> send(ResponseMessage message);

    /** Ends an operation that was not executed, or that has failed. */
    abstract void sendError(String id, OperationError error);

    /** Ends an operation. */
    abstract void sendComplete(String id);

    /** Registers a callback for when the client has received enough to send more. It runs on the event loop of the connection. */
    void onWritable(Runnable more) {
        onWritable = more;
    }

    /** Counts the bytes of a write until its client has received them. */
    Future<Void> count(int length, Future<Void> write) {
        int weight = length + WRITE_OVERHEAD;
        inFlight.addAndGet(weight);
        return write.onComplete(written -> {
            recordProgress();
            onWritten(inFlight.addAndGet(-weight) > 0);
            if (isWritable()) {
                onWritable.run();
            }
        });
    }

    /** Called when the client has received a write; `more` if others are in flight. */
    void onWritten(boolean more) {
    }

    void recordProgress() {
        lastProgress = System.nanoTime();
    }

    /** Whether the bytes in flight are few enough to send more. */
    boolean isWritable() {
        return inFlight.get() <= MAX_IN_FLIGHT;
    }

    /** Whether data is in flight. */
    boolean isSending() {
        return inFlight.get() > 0;
    }

    /** Whether data has been in flight for that time without progress. */
    boolean isStalled(Duration timeout) {
        if (!isSending()) {
            recordProgress();
            return false;
        }
        return System.nanoTime() - lastProgress > timeout.toNanos();
    }
}
