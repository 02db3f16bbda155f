package org.parley.websocket;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.function.BiConsumer;
import org.parley.auth.Identity;
import org.parley.graphql.Caller;
import org.parley.http.ByteReservation;
import org.parley.http.Client;
import org.parley.http.RequestAuthenticator;

/** Handles connection_init: authenticates the client once, and closes the connection when its token expires or becomes invalid. */
final class ConnectionInit {

    private final ConnectionServices services;
    private final WebSocketConnection connection;
    private final Vertx vertx;
    private final Client client;
    private final Context eventLoop;
    private final BiConsumer<CloseReason, String> close;
    private final long initTimer;
    private final TokenExpiry expiry;
    private String authorization;
    private Identity identity;
    /** The bytes of the token. */
    private ByteReservation reservation;
    private boolean initialized;
    private boolean acknowledged;

    /**
     * @param client the client at the address of the connection
     * @param authorization the header Authorization of the handshake; null if absent
     * @param identity the identity by that header
     */
    ConnectionInit(ConnectionServices services, WebSocketConnection connection, Vertx vertx, Client client, String authorization,
            Identity identity, BiConsumer<CloseReason, String> close) {
        this.services = services;
        this.connection = connection;
        this.vertx = vertx;
        this.client = client;
        this.eventLoop = vertx.getOrCreateContext();
        this.authorization = authorization;
        this.identity = identity;
        this.close = close;
        this.expiry = new TokenExpiry(services, vertx, close);
        this.initTimer = vertx.setTimer(services.config().initTimeout().toMillis(),
                late -> close.accept(CloseReason.INITIALISATION_TIMEOUT, "Send connection_init within the time limit."));
    }

    /** Whether connection_ack was sent. */
    boolean isAcknowledged() {
        return acknowledged;
    }

    Caller caller() {
        return identity.caller();
    }

    void handle(ProtocolMessage message) {
        if (initialized) {
            message.reservation().release();
            close.accept(CloseReason.TOO_MANY_REQUESTS, "connection_init was already received.");
            return;
        }
        initialized = true;
        String token = authorization(message.payload());
        reservation = message.reservation().split(token == null ? 0 : token.length());
        message.reservation().release();
        if (token == null && identity != Identity.ANONYMOUS) {
            acknowledge(identity);
        } else {
            authorization = token;
            services.authenticator().verify(client, token, known -> eventLoop.runOnContext(on -> acknowledge(known)),
                    failure -> eventLoop.runOnContext(on -> expiry.reject(RequestAuthenticator.rejection(failure))));
        }
    }

    /**
     * Returns the token in the payload. Browsers cannot send headers with a WebSocket, so it is in the first message, under the name of the
     * header.
     */
    private static String authorization(Map<String, Object> payload) {
        return payload.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase("Authorization"))
                .map(entry -> String.valueOf(entry.getValue())).findFirst().orElse(null);
    }

    private void acknowledge(Identity known) {
        if (!vertx.cancelTimer(initTimer)) {
            return;
        }
        identity = known;
        acknowledged = true;
        expiry.watch(authorization, known);
        connection.send(MessageCodec.ACKNOWLEDGED);
    }

    /** Releases timers and bytes. */
    void end() {
        vertx.cancelTimer(initTimer);
        expiry.end();
        if (reservation != null) {
            reservation.release();
        }
    }
}
