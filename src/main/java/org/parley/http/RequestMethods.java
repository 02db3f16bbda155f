package org.parley.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.parley.fault.TimeoutException;

/** The HTTP methods of requests. */
public final class RequestMethods {

    /** The value of the header Allow for GraphQL requests. */
    static final String ALLOWED = "GET, HEAD, POST, OPTIONS";

    /** The value of the header Allow for what is only read. */
    static final String READING = "GET, HEAD";

    private RequestMethods() {
    }

    /** Whether the method only reads: GET, or HEAD for the headers of its response. */
    static boolean isRead(HttpServerRequest request) {
        return request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    }

    /** Whether the method only reads. Any other is answered with status 405. */
    public static boolean requireRead(RoutingContext context) {
        boolean reads = isRead(context.request());
        if (!reads) {
            context.response().setStatusCode(405).putHeader(HttpHeaders.ALLOW, READING).end();
        }
        return reads;
    }

    /** Returns the failure of a request that takes too long. A POST of a known client may have been a mutation. */
    static TimeoutException timeout(RoutingContext context) {
        boolean reads = isRead(context.request()) || RequestAuthenticator.identity(context).caller().isAnonymous();
        return reads ? new TimeoutException() : TimeoutException.ofMutation();
    }
}
