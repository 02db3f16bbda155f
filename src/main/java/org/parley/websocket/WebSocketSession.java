package org.parley.websocket;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Consumer;
import org.parley.auth.Identity;
import org.parley.graphql.Caller;
import org.parley.http.ByteReservation;
import org.parley.http.Client;
import org.parley.websocket.ProtocolMessage.InvalidException;

/** A WebSocket session: handles the messages of a client, on the event loop of the connection. */
final class WebSocketSession implements OpenConnections.Session {

    private static final long TICK_MILLIS = 1_000;
    /** How long one message may take to arrive. */
    private static final Duration MESSAGE_TIME = Duration.ofSeconds(10);
    /** Ping intervals without a response after which the client is considered gone. */
    private static final int PINGS = 3;

    private final ConnectionServices services;
    private final WebSocketConnection connection;
    private final Client client;
    private final Vertx vertx;
    private final Context eventLoop;
    private final Consumer<WebSocketSession> onClosed;
    private final ConnectionInit init;
    private final ClientOperations operations;
    private final InboundLimits inbound;
    private final long timer;
    private long lastPing = System.nanoTime();
    private boolean closed;

    WebSocketSession(ConnectionServices services, WebSocketConnection connection, Vertx vertx, String authorization, Identity identity,
            Client client, Consumer<WebSocketSession> onClosed) {
        this.services = services;
        this.connection = connection;
        this.client = client;
        this.vertx = vertx;
        this.eventLoop = vertx.getOrCreateContext();
        this.onClosed = onClosed;
        this.init = new ConnectionInit(services, connection, vertx, client, authorization, identity, this::close);
        this.inbound = new InboundLimits(services.bytes().forRequest(client), MESSAGE_TIME, this::reject);
        this.operations = new ClientOperations(services, connection, vertx, client,
                () -> close(CloseReason.GOING_AWAY, "This replica is shutting down. Connect again."));
        this.timer = vertx.setPeriodic(TICK_MILLIS, tick -> tick());
    }

    /** Closes the connection when its messages exceed a limit. */
    private void reject(String reason) {
        eventLoop.runOnContext(on -> close(CloseReason.TRY_AGAIN_LATER, reason));
    }

    void open() {
        connection.listen(inbound, this::read, binary -> close(CloseReason.BAD_REQUEST, "Binary messages are not supported. Send text."),
                closed -> closed());
        if (!MessageCodec.PROTOCOL.equals(connection.protocol())) {
            close(CloseReason.SUBPROTOCOL_NOT_ACCEPTABLE, "Unsupported subprotocol. Use " + MessageCodec.PROTOCOL + ".");
        }
    }

    private void read(String text, ByteReservation reservation) {
        if (closed) {
            reservation.release();
            return;
        }
        try {
            ProtocolMessage message = services.messages().read(text, reservation);
            switch (message.type()) {
                case CONNECTION_INIT -> init.handle(message);
                case PING -> connection.send(MessageCodec.PONG);
                case SUBSCRIBE -> subscribe(message);
                case COMPLETE -> operations.cancel(message.id());
                case PONG -> {
                    // The connection has recorded when it was received.
                }
            }
            if (!message.type().isRetained()) {
                reservation.release();
            }
        } catch (InvalidException e) {
            reservation.release();
            close(CloseReason.BAD_REQUEST, e.getMessage());
        }
    }

    private void subscribe(ProtocolMessage message) {
        if (!init.isAcknowledged()) {
            message.reservation().release();
            close(CloseReason.UNAUTHORIZED, "Send connection_init first, and wait for connection_ack.");
        } else if (operations.has(message.id())) {
            message.reservation().release();
            close(CloseReason.SUBSCRIBER_EXISTS, "Subscriber for " + message.id() + " already exists");
        } else {
            Caller caller = init.caller();
            operations.add(new OperationInput(message.id(), () -> services.runner().request(message.payload(), caller, client.share()),
                    null, message.reservation()), caller);
        }
    }

    private void tick() {
        WebSocketConfig config = services.config();
        if (connection.isStalled(config.sendTimeout())) {
            close(CloseReason.TOO_SLOW, "The client received nothing of what was sent for " + config.sendTimeout().toSeconds() + " s.");
        } else if (connection.isIdle(config.pingInterval().multipliedBy(PINGS))) {
            close(CloseReason.SILENT, "The client did not respond to pings.");
        } else if (System.nanoTime() - lastPing > config.pingInterval().toNanos()) {
            lastPing = System.nanoTime();
            connection.ping();
        }
    }

    /** Closes the connection when its active operations have completed. May be called from any thread. */
    @Override
    public void drain() {
        eventLoop.runOnContext(on -> operations.drain());
    }

    private void close(CloseReason code, String reason) {
        if (!closed) {
            services.metrics().countClosed(code);
            end();
            connection.close(code, reason);
        }
    }

    private void closed() {
        end();
        onClosed.accept(this);
    }

    private void end() {
        closed = true;
        inbound.end();
        vertx.cancelTimer(timer);
        init.end();
        operations.cancelAll();
    }
}
