package org.parley.websocket;

/**
 * Reasons for closing a connection, with the codes of the protocol graphql-transport-ws and of RFC 6455.
 *
 * @see <a href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md">graphql-transport-ws</a>
 */
enum CloseReason {

    /** This replica shuts down; the client should connect to another. */
    GOING_AWAY(1001),
    /** The identity provider cannot be reached, or a limit is reached. */
    TRY_AGAIN_LATER(1013),
    /** The client sent a message that the protocol does not define. */
    BAD_REQUEST(4400),
    /** The client sent an operation before connection_ack. */
    UNAUTHORIZED(4401),
    /** The token is invalid or has expired. */
    FORBIDDEN(4403),
    /** The client does not support graphql-transport-ws. */
    SUBPROTOCOL_NOT_ACCEPTABLE(4406),
    /** The client did not send connection_init in time. */
    INITIALISATION_TIMEOUT(4408),
    /** The client reused the id of an active operation. */
    SUBSCRIBER_EXISTS(4409),
    /** The client sent connection_init twice. */
    TOO_MANY_REQUESTS(4429),
    /** The client does not receive what is sent. Not 4429, after which clients do not reconnect. */
    TOO_SLOW(1013),
    /** The client does not respond to pings. */
    SILENT(1001);

    private final short code;

    CloseReason(int code) {
        this.code = (short) code;
    }

    short code() {
        return code;
    }
}
