package org.parley.websocket;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.subscription.ContextSupport;
import io.vertx.core.Future;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.parley.fault.TimeoutException;
import org.parley.graphql.Caller;
import org.parley.graphql.GraphQlRequest;
import org.parley.graphql.GraphQlResponse;
import org.parley.graphql.ResponseMemory;
import org.parley.http.ByteReservation;
import org.parley.http.Client;
import org.parley.http.HttpRejectionException;

/**
 * One operation of a client. The next event of a subscription is produced when the client has received the previous one.
 */
final class ClientOperation implements Flow.Subscriber<Object>, ContextSupport {

    private final String id;
    private volatile ByteReservation reservation;
    private final Caller caller;
    private final Client client;
    private final ClientConnection connection;
    private final ClientOperations operations;
    private final OperationRunner runner;
    private final WebSocketMetrics metrics;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicBoolean counted = new AtomicBoolean();
    private final String lastEventId;
    private volatile OperationInput.Request input;
    private volatile boolean running;
    private volatile GraphQlRequest request;
    private volatile Flow.Subscription subscription;

    ClientOperation(OperationInput input, Caller caller, Client client, ClientConnection connection, ClientOperations operations,
            ConnectionServices services) {
        this.id = input.id();
        this.input = input.request();
        this.lastEventId = input.lastEventId();
        this.reservation = input.reservation();
        this.caller = caller;
        this.client = client;
        this.connection = connection;
        this.operations = operations;
        this.runner = services.runner();
        this.metrics = services.metrics();
    }

    String id() {
        return id;
    }

    boolean hasEnded() {
        return ended.get();
    }

    boolean isSubscription() {
        return subscription != null;
    }

    /** Executes the operation or starts the subscription, on a worker thread. */
    void start() {
        ResponseMemory.Part part = runner.memory(client);
        boolean sends = false;
        running = true;
        try {
            OperationInput.Request unread = input;
            input = null;
            request = hasEnded() || unread == null ? null : unread.read();
            GraphQlResponse response = hasEnded() ? null : runner.start(request.withMemory(part), lastEventId);
            if (response != null && response.events() != null) {
                client.acquireSubscription();
                counted.set(true);
                reservation.release();
                reservation = runner.reserve(request, client);
                response.events().subscribe(this);
            } else if (response != null) {
                sends = finish(response, part);
            }
        } catch (HttpRejectionException e) {
            reject(e);
        } catch (Throwable e) {
            fail(e);
        } finally {
            if (!sends) {
                part.release();
            }
            running = false;
            if (hasEnded()) {
                release();
            }
        }
    }

    /** Sends the response. Returns whether it does so, and therefore releases the memory later. */
    private boolean finish(GraphQlResponse response, ResponseMemory.Part part) throws HttpRejectionException {
        if (!response.hasData()) {
            end(OperationError.of(response.errors()));
            return false;
        }
        ResponseMessage next = runner.message(id, null, response, part, client);
        boolean sends = ended.compareAndSet(false, true);
        if (sends) {
            operations.end(this, next);
        } else {
            next.release();
        }
        return sends;
    }

    void reject(HttpRejectionException rejection) {
        end(runner.rejection(rejection));
    }

    private void fail(Throwable thrown) {
        if (!hasEnded()) {
            end(runner.failure(thrown));
        }
    }

    /**
     * Sends a timeout to the client. The result of the execution is dropped. Reports a possible mutation only if the request may be one.
     */
    void timeOut() {
        if (!isSubscription()) {
            GraphQlRequest executed = request;
            boolean reads = caller.isAnonymous() || executed != null && executed.readOnly();
            fail(reads ? new TimeoutException() : TimeoutException.ofMutation());
        }
    }

    private void end(OperationError error) {
        if (ended.compareAndSet(false, true)) {
            release();
            operations.end(this, error);
        }
    }

    /** Cancels the operation: the client ended it, or has disconnected. */
    void cancel() {
        ended.set(true);
        release();
    }

    /** Releases what the operation holds. Its message is released only when it is not being executed. */
    private void release() {
        input = null;
        if (!running) {
            reservation.release();
        }
        if (counted.getAndSet(false)) {
            client.releaseSubscription();
        }
        Flow.Subscription source = subscription;
        if (source != null) {
            source.cancel();
        }
    }

    /** Passes the client's event executor to the feed. */
    @Override
    public Context context() {
        return Context.of(ChangeFeed.CLIENT_EXECUTOR, client.events());
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        if (hasEnded()) {
            subscription.cancel();
        } else {
            connection.sendStarted(id).onSuccess(sent -> subscription.request(1));
        }
    }

    @Override
    public void onNext(Object event) {
        operations.submitEvent(() -> hasEnded() ? Future.succeededFuture() : send(event));
    }

    /**
     * Completes when the client has received the event, or there is none to send. An event that must be retried does not occupy a thread.
     */
    private Future<Void> send(Object event) {
        ResponseMemory.Part part = runner.memory(client);
        try {
            ResponseMessage next = runner.event(id, request, part, event, client);
            if (next == null) {
                part.release();
                return operations.retryLater(() -> hasEnded() ? Future.succeededFuture() : send(event));
            }
            if (!hasEnded()) {
                return send(next);
            }
            next.release();
        } catch (HttpRejectionException e) {
            part.release();
            reject(e);
        } catch (Throwable e) {
            part.release();
            fail(e);
        }
        return Future.succeededFuture();
    }

    private Future<Void> send(ResponseMessage next) {
        return connection.send(next).onSuccess(sent -> {
            metrics.countEvent();
            subscription.request(1);
        });
    }

    @Override
    public void onError(Throwable thrown) {
        fail(thrown);
    }

    @Override
    public void onComplete() {
        end((OperationError) null);
    }
}
