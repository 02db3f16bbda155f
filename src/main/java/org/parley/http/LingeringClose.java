package org.parley.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Discards the rest of a rejected request, because its bytes cannot be distinguished from those of the next request. Closes the connection
 * if this takes too long.
 */
final class LingeringClose {

    /** How long the client may continue to send. */
    private static final long TIMEOUT_MILLIS = 2000;

    private LingeringClose() {
    }

    /** Discards the rest of the request and closes the connection after a while. */
    static void drain(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (isSending(request)) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.vertx().setTimer(TIMEOUT_MILLIS, late -> close(request));
        }
        request.resume();
    }

    private static boolean isSending(HttpServerRequest request) {
        boolean hasBody = request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || !"0".equals(request.headers().get(HttpHeaders.CONTENT_LENGTH)) && request.headers().contains(HttpHeaders.CONTENT_LENGTH);
        return hasBody && !request.isEnded();
    }

    /** Over HTTP/2 only the stream is reset, because the connection carries other requests. */
    private static void close(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
