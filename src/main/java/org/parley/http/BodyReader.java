package org.parley.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Consumer;
import org.parley.fault.ErrorCode;
import org.parley.graphql.RequestLimits;

/** Reads the body of a request into memory, within the limits of time, length and buffered bytes. */
@Singleton
class BodyReader {

    private static final String BODY = "parley.body";

    private final BufferLimits bytes;
    private final Clients clients;
    private final long maxLength;
    private final Duration timeout;

    BodyReader(BufferLimits bytes, Clients clients, RequestLimits limits, HttpConfig config) {
        this.bytes = bytes;
        this.clients = clients;
        this.maxLength = limits.body();
        this.timeout = config.bodyTimeout();
    }

    /** Retains the body while a worker uses it. Returns false if the request has ended. */
    static boolean retain(RoutingContext context) {
        PendingBody pending = context.get(BODY);
        return pending == null || pending.retain();
    }

    static void release(RoutingContext context) {
        PendingBody pending = context.get(BODY);
        if (pending != null) {
            pending.release();
        }
    }

    /** Drops the body before the request has ended. */
    static void drop(RoutingContext context) {
        PendingBody pending = context.get(BODY);
        if (pending != null) {
            pending.release();
            pending.end();
        }
    }

    /** Takes over the reservation of the bytes; null if the request has no body. */
    static ByteReservation takeReservation(RoutingContext context) {
        PendingBody pending = context.get(BODY);
        return pending == null ? null : pending.reservation.split(Long.MAX_VALUE);
    }

    /** Returns the body; null if the request has none or has ended. */
    static Buffer body(RoutingContext context) {
        PendingBody pending = context.get(BODY);
        return pending == null ? null : pending.body;
    }

    /**
     * Reads the body, then runs `next`; on failure passes the reason to `onRejected` and drops the remaining bytes. The request may be
     * paused.
     */
    void read(RoutingContext context, Runnable next, Consumer<HttpRejectionException> onRejected) {
        if (context.response().closed()) {
            // Handlers that are set from now on are not called, so reserved bytes would not be released.
            return;
        }
        HttpServerRequest request = context.request();
        if (RequestMethods.isRead(request)) {
            resume(context);
            next.run();
        } else if (contentLength(request) > maxLength) {
            onRejected.accept(tooLong());
        } else {
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                context.response().writeContinue();
            }
            new PendingBody(context, next, onRejected).begin();
        }
    }

    private static void resume(RoutingContext context) {
        if (RequestAuthenticator.wasPaused(context)) {
            context.request().resume();
        }
    }

    private static long contentLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private HttpRejectionException tooLong() {
        return new HttpRejectionException(413, ErrorCode.COST_EXCEEDED,
                "The body is larger than " + maxLength + " bytes. Send a smaller document or only its hash.");
    }

    /** The body of one request. Its handlers run on the event loop of the connection. */
    private final class PendingBody {

        private final RoutingContext context;
        private final Runnable next;
        private final Consumer<HttpRejectionException> onRejected;
        private final ByteReservation reservation;
        private long timer = -1;
        private volatile Buffer body = Buffer.buffer();
        private boolean done;
        private boolean ended;
        private boolean inUse;

        PendingBody(RoutingContext context, Runnable next, Consumer<HttpRejectionException> onRejected) {
            this.context = context;
            this.next = next;
            this.onRejected = onRejected;
            this.reservation = bytes.forRequest(clients.of(context));
        }

        void begin() {
            context.addEndHandler(ended -> end());
            context.request().exceptionHandler(broken -> abort(
                    new HttpRejectionException(400, ErrorCode.BAD_USER_INPUT, "The request cannot be read. Send a valid HTTP request.")));
            context.request().handler(this::add).endHandler(whole -> complete());
            resume(context);
            context.vertx().runOnContext(started -> startTimer());
        }

        /** Starts the timeout. Most bodies arrive with their headers and need no timer. */
        private void startTimer() {
            if (!done) {
                timer = context.vertx().setTimer(timeout.toMillis(), late -> abort(new HttpRejectionException(408, ErrorCode.TIMEOUT,
                        "The body did not arrive within " + timeout.toSeconds() + " s. Send it faster, or send a smaller one.")));
            }
        }

        private void add(Buffer part) {
            if (done) {
                return;
            }
            try {
                if (body.length() + part.length() > maxLength) {
                    throw tooLong();
                }
                reservation.reserve(part.length());
                body.appendBuffer(part);
            } catch (HttpRejectionException e) {
                abort(e);
            }
        }

        private void complete() {
            if (!done) {
                done = true;
                context.vertx().cancelTimer(timer);
                context.put(BODY, this);
                next.run();
            }
        }

        private void abort(HttpRejectionException rejection) {
            if (!done) {
                end();
                onRejected.accept(rejection);
            }
        }

        /** Releases the body, also if the client has disconnected or the response was sent early. */
        private void end() {
            done = true;
            context.vertx().cancelTimer(timer);
            synchronized (this) {
                ended = true;
                free();
            }
        }

        private synchronized boolean retain() {
            inUse = !ended;
            return inUse;
        }

        private synchronized void release() {
            inUse = false;
            free();
        }

        private void free() {
            if (ended && !inUse) {
                body = null;
                reservation.release();
            }
        }
    }
}
