package org.parley.websocket;

import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Method;

/**
 * A request that became a WebSocket. The framework counts it as running, also after the WebSocket was closed, and would wait for it during
 * shutdown until the time limit.
 */
record UpgradedRequest(QuarkusRequestWrapper request) {

    private static final Method DONE = done();

    static UpgradedRequest of(HttpServerRequest request) {
        return new UpgradedRequest(QuarkusRequestWrapper.get(request));
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
            DONE.invoke(request);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
