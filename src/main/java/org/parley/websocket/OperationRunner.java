package org.parley.websocket;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.parley.change.Change;
import org.parley.fault.ClientError;
import org.parley.fault.ErrorCode;
import org.parley.graphql.Caller;
import org.parley.graphql.CapacityShare;
import org.parley.graphql.Engine;
import org.parley.graphql.GraphQlRequest;
import org.parley.graphql.GraphQlResponse;
import org.parley.graphql.ResponseMemory;
import org.parley.http.BufferLimits;
import org.parley.http.ByteReservation;
import org.parley.http.Client;
import org.parley.http.HttpRejectionException;
import org.parley.http.PersistedQueries;
import org.parley.http.RequestLog;
import org.parley.http.RequestMetrics;
import org.parley.http.RequestParameters;
import org.parley.http.ResponseJson;

/** Executes operations that arrive over a WebSocket, with the same limits and metrics as over HTTP. */
@ApplicationScoped
class OperationRunner {

    private static final long MAX_SUBSCRIPTION_BYTES = 100_000;
    private static final Set<ErrorCode> RETRYABLE = Set.of(ErrorCode.UNAVAILABLE, ErrorCode.REVISION_NOT_REACHED);

    private final Engine engine;
    private final PersistedQueries persisted;
    private final ResponseJson json;
    private final RequestMetrics metrics;
    private final ResponseMemory memory;
    private final BufferLimits bytes;
    private final MessageCodec messages;

    OperationRunner(Engine engine, PersistedQueries persisted, ResponseJson json, RequestMetrics metrics, ResponseMemory memory,
            BufferLimits bytes, MessageCodec messages) {
        this.memory = memory;
        this.engine = engine;
        this.persisted = persisted;
        this.json = json;
        this.metrics = metrics;
        this.bytes = bytes;
        this.messages = messages;
    }

    GraphQlRequest request(Map<String, Object> payload, Caller caller, CapacityShare share) throws HttpRejectionException {
        RequestParameters parameters = RequestParameters.of(payload, false);
        return new GraphQlRequest(persisted.document(parameters), parameters.operationName(), parameters.variables(), false, caller, share,
                null, GraphQlRequest.ANY, null, false);
    }

    /** Executes a query or mutation, or starts a subscription. */
    GraphQlResponse start(GraphQlRequest request) {
        long start = System.nanoTime();
        GraphQlResponse response = engine.subscribe(request);
        long took = System.nanoTime() - start;
        metrics.count(response, took);
        RequestLog.executed(request.document(), response, took, request.caller());
        return response;
    }

    /**
     * Returns the message for an event, read from a state that includes its change. Returns null if the event must be retried, because the
     * database is unavailable or memory is short.
     */
    ResponseMessage event(String id, GraphQlRequest request, ResponseMemory.Part part, Object event, Client client)
            throws HttpRejectionException {
        GraphQlRequest current = (event instanceof Change change ? request.withMinRevision(change.number) : request).withMemory(part);
        GraphQlResponse response = engine.executeEvent(current, event);
        if (!Collections.disjoint(response.codes(), RETRYABLE)) {
            return null;
        }
        try {
            return message(id, response, part, client);
        } catch (HttpRejectionException e) {
            if (e.code() == ErrorCode.UNAVAILABLE) {
                return null;
            }
            throw e;
        }
    }

    /** Opens the memory for the next response to a client. */
    ResponseMemory.Part memory(Client client) {
        return memory.open(client.share());
    }

    /**
     * Returns the message for a response. The response to a mutation is not limited: its change is committed, so the response must be sent.
     */
    ResponseMessage message(String id, GraphQlResponse response, ResponseMemory.Part part, Client client) throws HttpRejectionException {
        Buffer body = json.of(response, part);
        part.shrink(body.length());
        return new ResponseMessage(messages.next(id), body, bytes.forResponse(client, response, body.length()), part);
    }

    /** Reserves the bytes of a subscription until it ends, in place of those of its message. Rejected if they are too many. */
    ByteReservation reserve(GraphQlRequest request, Client client) throws HttpRejectionException {
        long size = messages.size(request);
        if (size > MAX_SUBSCRIPTION_BYTES) {
            throw new HttpRejectionException(400, ErrorCode.COST_EXCEEDED, "The query and variables of this subscription have " + size
                    + " bytes, more than the limit of " + MAX_SUBSCRIPTION_BYTES + ". Send a shorter query without unused variables.");
        }
        ByteReservation reservation = bytes.forSubscription(client);
        reservation.reserve(size);
        return reservation;
    }

    /** Counts a rejection and returns its message. */
    String rejection(String id, HttpRejectionException rejection) {
        count(rejection);
        return messages.error(id, rejection.getMessage(), Map.of("code", rejection.code().name()));
    }

    /** Counts a failure and returns its message. */
    String failure(String id, Throwable thrown) {
        ClientError failure = ClientError.of(thrown, () -> "an operation");
        metrics.countFailed(failure.code());
        RequestLog.failed(failure);
        return messages.error(id, failure.message(), failure.extensions());
    }

    void count(HttpRejectionException rejection) {
        metrics.countRejected(rejection.code());
        RequestLog.rejected(rejection);
    }
}
