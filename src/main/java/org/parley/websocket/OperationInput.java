package org.parley.websocket;

import org.parley.graphql.GraphQlRequest;
import org.parley.http.ByteReservation;
import org.parley.http.HttpRejectionException;

/**
 * What a client sent to start an operation.
 *
 * @param id the operation
 * @param request reads the request, on a worker thread
 * @param lastEventId the id of the last event that the client received of a subscription; null if it sent none
 * @param reservation its bytes
 */
record OperationInput(String id, Request request, String lastEventId, ByteReservation reservation) {

    /** A request that was not parsed yet. */
    interface Request {
        GraphQlRequest read() throws HttpRejectionException;
    }
}
