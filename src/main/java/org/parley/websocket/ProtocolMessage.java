package org.parley.websocket;

import java.util.Map;
import org.parley.http.ByteReservation;

/**
 * A message from a client.
 *
 * @param id the operation that it refers to; null if it refers to no operation
 * @param payload empty if the message has no payload
 * @param reservation its bytes, to be released by the handler
 */
record ProtocolMessage(Type type, String id, Map<String, Object> payload, ByteReservation reservation) {

    /** The types of messages from clients. */
    enum Type {
        CONNECTION_INIT,
        PING,
        PONG,
        SUBSCRIBE,
        COMPLETE;

        /** Whether content of the message is retained after it was handled. */
        boolean isRetained() {
            return this == CONNECTION_INIT || this == SUBSCRIBE;
        }
    }

    /** A message that the protocol does not define. */
    static final class InvalidException extends Exception {

        InvalidException(String message) {
            super(message, null, false, false);
        }
    }
}
