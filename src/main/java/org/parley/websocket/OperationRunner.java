package org.parley.websocket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Executes the operations of connections, with the same limits and metrics as other requests. */
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
    private final ObjectMapper mapper;

    OperationRunner(Engine engine, PersistedQueries persisted, ResponseJson json, RequestMetrics metrics, ResponseMemory memory,
            BufferLimits bytes, ObjectMapper mapper) {
        this.memory = memory;
        this.engine = engine;
        this.persisted = persisted;
        this.json = json;
        this.metrics = metrics;
        this.bytes = bytes;
        this.mapper = mapper;
    }

    /** Reads a request from the payload of a message. */
    GraphQlRequest request(Map<String, Object> payload, Caller caller, CapacityShare share) throws HttpRejectionException {
        RequestParameters parameters = RequestParameters.of(payload, false);
        return new GraphQlRequest(persisted.document(parameters), parameters.operationName(), parameters.variables(), false, caller, share,
                null, GraphQlRequest.ANY, null, false);
    }

    /**
     * Executes a query or mutation, or starts a subscription.
     *
     * @param lastEventId the position after which a subscription continues; null for that of its arguments
     */
    GraphQlResponse start(GraphQlRequest request, String lastEventId) {
        long start = System.nanoTime();
        GraphQlResponse response = engine.subscribe(request, lastEventId);
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
            return message(id, event instanceof Change change ? change.getChangeId() : null, response, part, client);
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
    ResponseMessage message(String id, String eventId, GraphQlResponse response, ResponseMemory.Part part, Client client)
            throws HttpRejectionException {
        Buffer body = json.of(response, part);
        part.shrink(body.length());
        return new ResponseMessage(id, eventId, body, bytes.forResponse(client, response, body.length()), part);
    }

    /** Reserves the bytes of a subscription until it ends, in place of those of its message. Rejected if they are too many. */
    ByteReservation reserve(GraphQlRequest request, Client client) throws HttpRejectionException {
        long size = (long) request.document().length() + length(request.variables());
        if (size > MAX_SUBSCRIPTION_BYTES) {
            throw new HttpRejectionException(400, ErrorCode.COST_EXCEEDED, "The query and variables of this subscription have " + size
                    + " bytes, more than the limit of " + MAX_SUBSCRIPTION_BYTES + ". Send a shorter query without unused variables.");
        }
        ByteReservation reservation = bytes.forSubscription(client);
        reservation.reserve(size);
        return reservation;
    }

    private int length(Map<String, Object> variables) {
        try {
            return mapper.writeValueAsString(variables).length();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counts a rejection. */
    OperationError rejection(HttpRejectionException rejection) {
        count(rejection);
        return OperationError.of(rejection);
    }

    /** Counts a failure. */
    OperationError failure(Throwable thrown) {
        ClientError failure = ClientError.of(thrown, () -> "an operation");
        metrics.countFailed(failure.code());
        RequestLog.failed(failure);
        return OperationError.of(failure);
    }

    void count(HttpRejectionException rejection) {
        metrics.countRejected(rejection.code());
        RequestLog.rejected(rejection);
    }
}
