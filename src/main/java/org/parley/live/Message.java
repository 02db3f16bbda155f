package org.parley.live;

import java.util.Map;

/**
 * A message of a client.
 *
 * @param type what it wants
 * @param id which operation it is about; null for what is about none
 * @param payload what goes with it; empty where nothing does
 */
record Message(Type type, String id, Map<String, Object> payload) {

    /** What a client may say. */
    enum Type {
        CONNECTION_INIT,
        PING,
        PONG,
        SUBSCRIBE,
        COMPLETE
    }

    /** What is no message of the protocol. */
    static final class InvalidException extends Exception {

        InvalidException(String message) {
            super(message, null, false, false);
        }
    }
}
