package org.parley.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.parley.fault.TimeoutException;

/** The HTTP methods of GraphQL requests. */
final class RequestMethods {

    /** The value of the header Allow. */
    static final String ALLOWED = "GET, HEAD, POST, OPTIONS";

    private RequestMethods() {
    }

    /** Whether the method only reads: GET, or HEAD for the headers of its response. */
    static boolean isRead(HttpServerRequest request) {
        return request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    }

    /** Returns the failure of a request that takes too long. A POST of a known client may have been a mutation. */
    static TimeoutException timeout(RoutingContext context) {
        boolean reads = isRead(context.request()) || RequestAuthenticator.identity(context).caller().isAnonymous();
        return reads ? new TimeoutException() : TimeoutException.ofMutation();
    }
}
