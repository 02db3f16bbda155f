package org.parley.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Consumer;
import org.parley.fault.ErrorCode;
import org.parley.graphql.Limits;

/** Reads the body of a request into memory: within its time, its length, and the bytes that may be held in all. */
@Singleton
class BodyReader {

    private static final String BODY = "parley.body";

    private final BufferedBytes bytes;
    private final Clients clients;
    private final long longest;
    private final Duration time;

    BodyReader(BufferedBytes bytes, Clients clients, Limits limits, HttpConfig config) {
        this.bytes = bytes;
        this.clients = clients;
        this.longest = limits.body();
        this.time = config.bodyTime();
    }

    /** The body that was read; null for a request without one. */
    static Buffer body(RoutingContext context) {
        return context.get(BODY);
    }

    /** Reads, and goes onward; or tells why not, and drops what comes. The request was paused. */
    void read(RoutingContext context, Runnable onward, Consumer<RefusedException> refuse) {
        if (context.response().closed()) {
            // Handlers that are set from now on are not called: what was taken would never be given back.
            return;
        }
        HttpServerRequest request = context.request();
        if (request.method() == HttpMethod.GET) {
            request.resume();
            onward.run();
        } else if (declared(request) > longest) {
            refuse.accept(tooLong());
        } else {
            if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                context.response().writeContinue();
            }
            new Reading(context, onward, refuse).begin();
        }
    }

    private static long declared(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private RefusedException tooLong() {
        return new RefusedException(413, ErrorCode.COST_EXCEEDED,
                "the body is larger than " + longest + " bytes; send a smaller document, or by its hash");
    }

    /** The body of one request, on the thread of its connection. */
    private final class Reading {

        private final RoutingContext context;
        private final Runnable onward;
        private final Consumer<RefusedException> refuse;
        private final BufferedBytes.Request held;
        private final long timer;
        private Buffer body = Buffer.buffer();
        private boolean done;

        Reading(RoutingContext context, Runnable onward, Consumer<RefusedException> refuse) {
            this.context = context;
            this.onward = onward;
            this.refuse = refuse;
            this.held = bytes.of(clients.of(context));
            this.timer = context.vertx().setTimer(time.toMillis(), late -> stop(new RefusedException(408, ErrorCode.TIMEOUT,
                    "the body did not come within " + time.toSeconds() + " s; send it faster, or less of it")));
        }

        void begin() {
            context.addEndHandler(ended -> end());
            context.request()
                    .exceptionHandler(broken -> stop(new RefusedException(400, ErrorCode.BAD_USER_INPUT, "the request cannot be read")));
            context.request().handler(this::add).endHandler(whole -> complete()).resume();
        }

        private void add(Buffer next) {
            if (done) {
                return;
            }
            try {
                if (body.length() + next.length() > longest) {
                    throw tooLong();
                }
                held.take(next.length());
                body.appendBuffer(next);
            } catch (RefusedException e) {
                stop(e);
            }
        }

        private void complete() {
            if (!done) {
                done = true;
                context.vertx().cancelTimer(timer);
                context.put(BODY, body);
                onward.run();
            }
        }

        private void stop(RefusedException refusal) {
            if (!done) {
                end();
                refuse.accept(refusal);
            }
        }

        /** Also when the client is gone, or the request was answered. */
        private void end() {
            done = true;
            body = null;
            context.vertx().cancelTimer(timer);
            held.free();
        }
    }
}
