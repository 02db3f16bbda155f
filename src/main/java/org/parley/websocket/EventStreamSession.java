package org.parley.websocket;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import org.parley.auth.Identity;
import org.parley.fault.ErrorCode;
import org.parley.http.Client;

/** The session of an event stream, on the event loop of its connection: one operation, and what ends it. */
final class EventStreamSession implements OpenConnections.Session {

    private static final long TICK_MILLIS = 1_000;

    private final ConnectionServices services;
    private final EventStreamConnection connection;
    private final Vertx vertx;
    private final Context eventLoop;
    private final TokenExpiry expiry;
    private final ClientOperations operations;
    private final long timer;
    private long lastComment = System.nanoTime();
    private boolean ended;

    EventStreamSession(ConnectionServices services, EventStreamConnection connection, Vertx vertx, Client client) {
        this.services = services;
        this.connection = connection;
        this.vertx = vertx;
        this.eventLoop = vertx.getOrCreateContext();
        this.expiry = new TokenExpiry(services, vertx, this::close);
        this.operations = new ClientOperations(services, connection, vertx, client,
                () -> close(CloseReason.GOING_AWAY, "This replica is shutting down. Connect again."));
        this.timer = vertx.setPeriodic(TICK_MILLIS, tick -> tick());
    }

    /** Starts the operation. */
    void start(OperationInput input, String authorization, Identity identity) {
        expiry.watch(authorization, identity);
        operations.add(input, identity.caller());
    }

    private void tick() {
        WebSocketConfig config = services.config();
        if (connection.isStalled(config.sendTimeout())) {
            close(CloseReason.TOO_SLOW, "The client received nothing of what was sent for " + config.sendTimeout().toSeconds() + " s.");
        } else if (System.nanoTime() - lastComment > config.pingInterval().toNanos()) {
            lastComment = System.nanoTime();
            connection.keepAlive();
        }
    }

    @Override
    public void drain() {
        eventLoop.runOnContext(on -> operations.drain());
    }

    /** Ends the stream. A client without a valid token receives the reason and the event complete, others nothing. */
    private void close(CloseReason reason, String message) {
        if (ended) {
            return;
        }
        services.metrics().countClosed(reason);
        end();
        if (reason == CloseReason.FORBIDDEN) {
            connection.sendError(null,
                    OperationError.of(List.of(Map.of("message", message, "extensions", Map.of("code", ErrorCode.UNAUTHENTICATED.name())))));
        } else if (reason == CloseReason.TOO_SLOW) {
            connection.abort();
        } else {
            connection.end();
        }
    }

    /** Releases what the session holds: the stream has ended, or the client has disconnected. */
    void end() {
        ended = true;
        vertx.cancelTimer(timer);
        expiry.end();
        operations.cancelAll();
    }
}
