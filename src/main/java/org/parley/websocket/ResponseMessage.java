package org.parley.websocket;

import io.vertx.core.buffer.Buffer;
import org.parley.graphql.ResponseMemory;
import org.parley.http.ByteReservation;

/**
 * A response to send over a WebSocket.
 *
 * @param prefix the JSON before the response
 * @param response the response as JSON, followed by the suffix
 * @param reservation its bytes, counted for the client
 * @param memory its bytes, counted among all responses in progress
 */
record ResponseMessage(String prefix, Buffer response, ByteReservation reservation, ResponseMemory.Part memory) {

    static final String SUFFIX = "}";

    /** Releases the bytes, when the client has received them or the message is not sent. */
    void release() {
        reservation.release();
        memory.release();
    }
}
