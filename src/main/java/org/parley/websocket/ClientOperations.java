package org.parley.websocket;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.parley.fault.ErrorCode;
import org.parley.graphql.Caller;
import org.parley.http.Client;
import org.parley.http.ConcurrencyLimit;
import org.parley.http.HttpRejectionException;

/** The active operations of a connection. Runs on the event loop of the connection, except where noted. */
final class ClientOperations {

    /** The delay before an event is retried. */
    private static final long RETRY_MILLIS = 500;

    private final ConnectionServices services;
    private final ClientConnection connection;
    private final Vertx vertx;
    private final Client client;
    private final Context eventLoop;
    private final Runnable onDrained;
    private final Executor threads;
    private final SerialExecutor events;
    private final Map<String, ClientOperation> active = new HashMap<>();
    private final Queue<ClientOperation> queue = new ArrayDeque<>();
    private int running;
    private boolean draining;

    /** @param onDrained called when the connection is being drained and no operation is active */
    ClientOperations(ConnectionServices services, ClientConnection connection, Vertx vertx, Client client, Runnable onDrained) {
        this.services = services;
        this.connection = connection;
        this.vertx = vertx;
        this.client = client;
        this.eventLoop = vertx.getOrCreateContext();
        this.onDrained = onDrained;
        this.threads = client.events().limiting(services.feed()::run);
        this.events = new SerialExecutor(threads);
        connection.onWritable(this::startNext);
    }

    boolean has(String id) {
        return active.containsKey(id);
    }

    /** Starts or queues an operation, or rejects it if there are too many. */
    void add(OperationInput input, Caller caller) {
        ClientOperation operation = new ClientOperation(input, caller, client, connection, this, services);
        active.put(input.id(), operation);
        if (active.size() > services.config().operations()) {
            operation.reject(new HttpRejectionException(400, ErrorCode.COST_EXCEEDED,
                    "This connection has " + services.config().operations() + " active operations. End one, or open another connection."));
        } else if (draining) {
            operation.reject(ConcurrencyLimit.exceeded());
        } else {
            queue.add(operation);
            startNext();
        }
    }

    /** Starts queued operations. Their time limit starts only now. */
    private void startNext() {
        while (!queue.isEmpty() && running < services.config().concurrentOperations() && connection.isWritable()) {
            start(queue.remove());
        }
    }

    private void start(ClientOperation operation) {
        running++;
        try {
            client.submit(() -> eventLoop.runOnContext(run -> run(operation)));
        } catch (HttpRejectionException tooMany) {
            running--;
            operation.reject(tooMany);
        }
    }

    /** Runs an operation when the client's concurrency limit allows it. */
    private void run(ClientOperation operation) {
        if (operation.hasEnded()) {
            completed();
            return;
        }
        try {
            client.checkUnreadResponses();
            services.concurrency().acquire();
        } catch (HttpRejectionException e) {
            operation.reject(e);
            completed();
            return;
        }
        long deadline = vertx.setTimer(services.limits().time().toMillis(), late -> operation.timeOut());
        vertx.executeBlocking(() -> {
            try {
                operation.start();
            } finally {
                services.concurrency().release();
            }
            return null;
        }, false).onComplete(done -> {
            vertx.cancelTimer(deadline);
            completed();
        });
    }

    private void completed() {
        client.complete();
        running--;
        startNext();
    }

    /** Runs a task that sends an event when the events of all earlier tasks were received. May be called from any thread. */
    void submitEvent(Supplier<Future<Void>> event) {
        events.submit(event);
    }

    /** Retries an event after a delay. May be called from any thread. */
    Future<Void> retryLater(Supplier<Future<Void>> event) {
        Promise<Void> done = Promise.promise();
        vertx.setTimer(RETRY_MILLIS, again -> threads.execute(() -> event.get().onComplete(done)));
        return done.future();
    }

    /** Ends an operation with an error; without one if it is null. May be called from any thread. */
    void end(ClientOperation operation, OperationError error) {
        eventLoop.runOnContext(on -> {
            if (active.remove(operation.id(), operation)) {
                if (error == null) {
                    connection.sendComplete(operation.id());
                } else {
                    connection.sendError(operation.id(), error);
                }
            }
            signalIfDrained();
        });
    }

    /** Sends the response of an operation and ends it. May be called from any thread. */
    void end(ClientOperation operation, ResponseMessage response) {
        eventLoop.runOnContext(on -> {
            if (active.remove(operation.id(), operation)) {
                connection.send(response);
                connection.sendComplete(operation.id());
            } else {
                response.release();
            }
            signalIfDrained();
        });
    }

    /** Cancels an operation on request of the client. */
    void cancel(String id) {
        ClientOperation operation = active.remove(id);
        if (operation != null) {
            queue.remove(operation);
            operation.cancel();
        }
        signalIfDrained();
    }

    void cancelAll() {
        active.values().forEach(ClientOperation::cancel);
        active.clear();
        queue.clear();
    }

    /** Drains the connection: ends subscriptions, rejects queued operations, and lets running ones complete. */
    void drain() {
        draining = true;
        List<ClientOperation> queued = List.copyOf(queue);
        queue.clear();
        queued.forEach(operation -> operation.reject(ConcurrencyLimit.exceeded()));
        new ArrayList<>(active.values()).stream().filter(ClientOperation::isSubscription).forEach(operation -> cancel(operation.id()));
        signalIfDrained();
    }

    private void signalIfDrained() {
        if (draining && active.isEmpty()) {
            onDrained.run();
        }
    }
}
