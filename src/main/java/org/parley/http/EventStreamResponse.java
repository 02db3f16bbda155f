package org.parley.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** A response that is a stream of events, of unknown length. It begins with the first write. */
public final class EventStreamResponse {

    private final RoutingContext context;
    private final ResponseWriter writer;
    private final HttpServerResponse response;
    private boolean begun;

    public EventStreamResponse(RoutingContext context, ResponseWriter writer) {
        this.context = context;
        this.writer = writer;
        this.response = context.response();
    }

    public synchronized boolean hasBegun() {
        return begun;
    }

    /** Completes when the client's socket has accepted the bytes; fails if the stream has ended. */
    public synchronized Future<Void> write(Buffer bytes) {
        if (!begun && !begin() || response.ended() || response.closed()) {
            return Future.failedFuture("The stream has ended.");
        }
        return response.write(bytes);
    }

    private boolean begin() {
        begun = writer.claimStream(context);
        if (begun) {
            // Clients of HTTP/1.0 read until the connection is closed.
            response.setChunked(context.request().version() != HttpVersion.HTTP_1_0);
            response.putHeader(HttpHeaders.CONTENT_TYPE, MediaType.EVENT_STREAM.header());
            // nginx would collect the events.
            response.putHeader("X-Accel-Buffering", "no");
        }
        return begun;
    }

    /** Ends the stream. */
    public synchronized void end() {
        if (!begun) {
            abort();
        } else if (!response.ended() && !response.closed()) {
            response.end();
        }
    }

    /** Ends the stream at once, in the middle of an event. */
    public void abort() {
        if (context.request().version() == HttpVersion.HTTP_2) {
            response.reset();
        } else {
            context.request().connection().close();
        }
    }
}
