package org.parley.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import org.parley.fault.ErrorCode;
import org.parley.graphql.RequestLimits;

/** Limits the operations that are executed at once, over HTTP and WebSockets together. */
@ApplicationScoped
public class ConcurrencyLimit {

    private final Semaphore permits;

    ConcurrencyLimit(RequestLimits limits) {
        this.permits = new Semaphore(limits.requests());
    }

    /** Starts an operation; rejected if the limit is reached. */
    public void acquire() throws HttpRejectionException {
        if (!permits.tryAcquire()) {
            throw exceeded();
        }
    }

    public void release() {
        permits.release();
    }

    /** Returns the rejection for a reached limit. */
    public static HttpRejectionException exceeded() {
        return new HttpRejectionException(503, ErrorCode.UNAVAILABLE, "Too many requests at once. Retry in a moment.");
    }
}
