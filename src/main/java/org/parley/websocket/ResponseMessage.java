package org.parley.websocket;

import io.vertx.core.buffer.Buffer;
import org.parley.graphql.ResponseMemory;
import org.parley.http.ByteReservation;

/**
 * A response to send to a client.
 *
 * @param id the operation
 * @param eventId the id of the event of a subscription; null for other responses
 * @param response the response as JSON
 * @param reservation its bytes, counted for the client
 * @param memory its bytes, counted among all responses in progress
 */
record ResponseMessage(String id, String eventId, Buffer response, ByteReservation reservation, ResponseMemory.Part memory) {

    /** The most bytes of a response in one write, so that the progress of a slow client is visible. */
    private static final int MAX_PART = 64_000;

    /** Writes a part of the response. */
    interface PartWriter {
        void write(Buffer part);
    }

    /** Writes the response in parts, whose bytes are not copied. */
    void writeParts(PartWriter writer) {
        for (int start = 0; start < response.length(); start += MAX_PART) {
            writer.write(response.slice(start, Math.min(start + MAX_PART, response.length())));
        }
    }

    /** Returns the message without its response, so that the bytes can be freed as soon as they are written. */
    ResponseMessage withoutResponse() {
        return new ResponseMessage(id, eventId, null, reservation, memory);
    }

    /** Releases the bytes, when the client has received them or the message is not sent. */
    void release() {
        reservation.release();
        memory.release();
    }
}
