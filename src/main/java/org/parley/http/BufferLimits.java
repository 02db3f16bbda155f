package org.parley.http;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.parley.graphql.GraphQlResponse;
import org.parley.graphql.RequestLimits;

/** Limits the memory for requests that are being processed and for responses that clients have not received, per client and in total. */
@Startup
@Singleton
public class BufferLimits {

    private final ByteLimit requests;
    private final ByteLimit subscriptions;
    private final ByteLimit responses;

    BufferLimits(HttpConfig config, ClientsConfig clients, RequestLimits limits) {
        require("parley.http.request-buffer-bytes", config.requestBufferBytes(), "parley.limits.body", limits.body());
        require("parley.clients.request-buffer-bytes", clients.requestBufferBytes(), "parley.limits.body", limits.body());
        require("parley.http.response-buffer-bytes", config.responseBufferBytes(), "parley.limits.response", limits.response());
        require("parley.clients.response-buffer-bytes", clients.responseBufferBytes(), "parley.limits.response", limits.response());
        this.requests = new ByteLimit(config.requestBufferBytes());
        this.subscriptions = new ByteLimit(config.requestBufferBytes());
        this.responses = new ByteLimit(config.responseBufferBytes());
    }

    /** Rejects a setting under which the largest request or response could never be buffered. */
    private static void require(String setting, long bytes, String other, long required) {
        if (bytes < required) {
            throw new IllegalArgumentException(setting + " is " + bytes + ", and " + other + " is " + required + ". Set " + setting
                    + " to at least " + required + ", or lower " + other + ".");
        }
    }

    /** Creates a reservation for one request, or for the messages of a connection. */
    public ByteReservation forRequest(Client client) {
        return new ByteReservation(client.requestBytes(), requests, "requests in progress");
    }

    /** Creates a reservation for a subscription. Subscriptions have a total limit of their own, so that they do not block requests. */
    public ByteReservation forSubscription(Client client) {
        return new ByteReservation(client.requestBytes(), subscriptions, "subscriptions");
    }

    /** Creates a reservation for one response. */
    public ByteReservation forResponse(Client client) {
        return new ByteReservation(client.responseBytes(), responses, "unread responses");
    }

    /**
     * Reserves the bytes of a response. The response to a mutation is not limited: its change is committed, so the response must be sent.
     */
    public ByteReservation forResponse(Client client, GraphQlResponse answer, int length) throws HttpRejectionException {
        ByteReservation reservation = forResponse(client);
        if (answer.readOnly()) {
            reservation.reserve(length);
        } else {
            reservation.forceReserve(length);
        }
        return reservation;
    }

    /** Returns the bytes of requests and subscriptions. */
    long requestBytes() {
        return requests.reserved() + subscriptions.reserved();
    }

    /** Returns the bytes of responses. */
    long responseBytes() {
        return responses.reserved();
    }
}
