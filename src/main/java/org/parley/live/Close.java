package org.parley.live;

/** Why a connection is closed: the codes of the protocol graphql-transport-ws, and of WebSockets. */
enum Close {

    /** This replica is going; another one is there. */
    GOING_AWAY(1001),
    /** What vouches for tokens does not answer. */
    TRY_AGAIN_LATER(1013),
    /** The client sent what is no message of the protocol. */
    BAD_REQUEST(4400),
    /** The client asked before it was let in. */
    UNAUTHORIZED(4401),
    /** The token is none that is taken, or has expired. */
    FORBIDDEN(4403),
    /** The client speaks another protocol. */
    SUBPROTOCOL_NOT_ACCEPTABLE(4406),
    /** The client does not say who it is. */
    INITIALISATION_TIMEOUT(4408),
    /** The client uses the id of an operation that is going on. */
    SUBSCRIBER_EXISTS(4409),
    /** The client says who it is a second time. */
    TOO_MANY_REQUESTS(4429),
    /** The client does not take what is sent to it; it may connect again. Clients do not do so after 4429. */
    TOO_SLOW(1013),
    /** The client is gone without a word. */
    SILENT(1001);

    private final short code;

    Close(int code) {
        this.code = (short) code;
    }

    short code() {
        return code;
    }
}
