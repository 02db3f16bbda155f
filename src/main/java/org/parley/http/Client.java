package org.parley.http;

import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.parley.fault.ErrorCode;
import org.parley.graphql.CapacityShare;

/** The resources that one client uses on this replica, and their limits. */
public final class Client {

    /** What a cached response counts as, in requests. */
    private static final double CACHED_COST = 0.1;

    private final ClientsConfig config;
    private final CapacityShare share;
    private final RateLimit rate;
    private final Semaphore streams;
    private final Semaphore subscriptions;
    private final ClientExecutor requests;
    private final ClientExecutor events;
    private final ByteLimit requestBytes;
    private final ByteLimit responseBytes;

    Client(ClientsConfig config, LongSupplier nanoTime) {
        this.config = config;
        this.streams = new Semaphore(config.websockets());
        this.share = new CapacityShare(config.concurrentExpensive(), config.concurrentMutations());
        this.rate = new RateLimit(config.rate(), config.burst(), nanoTime);
        this.subscriptions = new Semaphore(config.subscriptions());
        this.requests = new ClientExecutor(config.concurrentRequests(), config.queuedRequests());
        this.events = new ClientExecutor(config.concurrentEvents());
        this.requestBytes = new ByteLimit(config.requestBufferBytes());
        this.responseBytes = new ByteLimit(config.responseBufferBytes());
    }

    /** Returns the client's share of expensive operations and mutations. */
    public CapacityShare share() {
        return share;
    }

    /** Returns the limit on the event threads that the client's subscriptions occupy at once. */
    public ClientExecutor events() {
        return events;
    }

    /** Counts a request against the rate limit. */
    public void count() throws HttpRejectionException {
        count(1);
    }

    /** Counts a request with a cached response, which takes a fraction of the work. */
    void countCached() throws HttpRejectionException {
        count(CACHED_COST);
    }

    private void count(double requests) throws HttpRejectionException {
        if (!rate.tryTake(requests)) {
            throw rejection("This client sends more than " + config.rate() + " requests per second. Send fewer.");
        }
    }

    /** Reverts the counting of one request. */
    void revertCount() {
        rate.giveBack(1);
    }

    /** Rejects further requests while too many bytes of responses are unread. */
    public void checkUnreadResponses() throws HttpRejectionException {
        if (responseBytes.isReached()) {
            throw rejection("This client has too many unread responses. Read them, then send the next request.");
        }
    }

    /**
     * Counts the request and runs it, now or when an earlier one of this client completes. Rejects it if the rate or the queue exceeds its
     * limit.
     */
    public void submit(Runnable request) throws HttpRejectionException {
        count();
        checkUnreadResponses();
        if (!requests.submit(request)) {
            throw rejection(
                    "More than " + config.queuedRequests() + " requests of this client are queued. Send the next one after a response.");
        }
    }

    /** Completes a request and runs the one that has waited longest. To be called once for each request that was run. */
    public void complete() {
        requests.complete();
    }

    /** Counts a WebSocket or event stream against the limit. */
    public void acquireStream() throws HttpRejectionException {
        if (!streams.tryAcquire()) {
            throw rejection(
                    "This client has too many WebSockets and event streams. Close one, or use one WebSocket for several subscriptions.");
        }
    }

    public void releaseStream() {
        streams.release();
    }

    /** Counts a subscription against the limit. */
    public void acquireSubscription() throws HttpRejectionException {
        if (!subscriptions.tryAcquire()) {
            throw rejection("This client has " + config.subscriptions() + " subscriptions. End one before you start another.");
        }
    }

    public void releaseSubscription() {
        subscriptions.release();
    }

    ByteLimit requestBytes() {
        return requestBytes;
    }

    ByteLimit responseBytes() {
        return responseBytes;
    }

    static HttpRejectionException rejection(String message) {
        return new HttpRejectionException(429, ErrorCode.RATE_LIMITED, message);
    }
}
