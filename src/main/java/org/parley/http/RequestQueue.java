package org.parley.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.parley.fault.TimeoutException;
import org.parley.graphql.RequestLimits;

/** Queues the requests of each client, limits how many of all clients run at once, and how long each may take. */
@Singleton
class RequestQueue {

    private final Clients clients;
    private final ConcurrencyLimit concurrency;
    private final RequestLimits limits;
    private final ResponseWriter writer;

    RequestQueue(Clients clients, ConcurrencyLimit concurrency, RequestLimits limits, ResponseWriter writer) {
        this.clients = clients;
        this.concurrency = concurrency;
        this.limits = limits;
        this.writer = writer;
    }

    /** Queues the request; its next handler runs when its turn comes. The time limit starts here. */
    void submit(RoutingContext context, Consumer<HttpRejectionException> reject, Consumer<TimeoutException> late)
            throws HttpRejectionException {
        Context eventLoop = context.vertx().getOrCreateContext();
        clients.of(context).submit(() -> {
            if (Context.isOnEventLoopThread() && Vertx.currentContext() == eventLoop) {
                start(context, reject);
            } else {
                eventLoop.runOnContext(run -> start(context, reject));
            }
        });
        if (!writer.hasResponded(context)) {
            long timer = context.vertx().setTimer(limits.time().toMillis(), over -> late.accept(RequestMethods.timeout(context)));
            context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
        }
    }

    /** Starts the request, unless it has timed out or the client has disconnected. */
    private void start(RoutingContext context, Consumer<HttpRejectionException> reject) {
        Client client = clients.of(context);
        if (writer.hasResponded(context) || context.response().closed()) {
            client.complete();
            return;
        }
        try {
            client.checkUnreadResponses();
            concurrency.acquire();
            context.next();
        } catch (HttpRejectionException e) {
            reject.accept(e);
            client.complete();
        }
    }

    /** Releases the capacity of a request whose work is done, which may be after its timeout was sent. */
    void complete(RoutingContext context) {
        concurrency.release();
        clients.of(context).complete();
    }
}
