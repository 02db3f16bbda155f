package org.parley.websocket;

import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Method;

/**
 * A request that became a WebSocket. The framework counts it as running, also after the WebSocket was closed, and would wait for it during
 * shutdown until the time limit.
 *
 * @param request null if the framework does not count it
 */
record UpgradedRequest(QuarkusRequestWrapper request) {

    private static final Method DONE = done();

    /** Finds the counted request. The framework counts requests only if the shutdown has a time limit. */
    static UpgradedRequest of(HttpServerRequest request) {
        return new UpgradedRequest(
                request.getCookie(QuarkusRequestWrapper.FAKE_COOKIE_NAME) == null ? null : QuarkusRequestWrapper.get(request));
    }

    private static Method done() {
        try {
            Method done = QuarkusRequestWrapper.class.getDeclaredMethod("done");
            done.setAccessible(true);
            return done;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reports to the framework that the request has ended. */
    void end() {
        try {
            if (request != null) {
                DONE.invoke(request);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
