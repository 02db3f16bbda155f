package org.parley.websocket;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import org.parley.fault.ErrorCode;
import org.parley.graphql.GraphQlResponse;
import org.parley.http.EventStreamResponse;
import org.parley.http.ResponseWriter;

/**
 * An event stream with one operation, by the protocol graphql-sse with distinct connections. An operation that fails before the stream has
 * begun is answered with a status, as without a stream.
 *
 * @see <a href="https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md">graphql-sse</a>
 */
final class EventStreamConnection extends ClientConnection {

    private static final String COMPLETE = "event: complete\ndata:\n\n";
    private static final String COMMENT = ":\n\n";
    private static final String END = "\n\n";
    private static final Map<ErrorCode, Integer> STATUS = Map.of(ErrorCode.UNAVAILABLE, 503, ErrorCode.TIMEOUT, 503,
            ErrorCode.REVISION_NOT_REACHED, 503, ErrorCode.RATE_LIMITED, 429, ErrorCode.METHOD_NOT_ALLOWED, 405);

    private final RoutingContext context;
    private final ResponseWriter writer;
    private final MessageCodec messages;
    private final EventStreamResponse response;

    EventStreamConnection(RoutingContext context, ResponseWriter writer, MessageCodec messages) {
        this.context = context;
        this.writer = writer;
        this.messages = messages;
        this.response = new EventStreamResponse(context, writer);
    }

    /** Begins the stream: a client that has its header receives all later changes. */
    @Override
    Future<Void> sendStarted(String id) {
        return write(COMMENT);
    }

    /** Keeps proxies from closing a silent stream. Does nothing before the stream has begun. */
    void keepAlive() {
        if (response.hasBegun()) {
            write(COMMENT);
        }
    }

    @Override
    synchronized Future<Void> send(ResponseMessage message) {
        ResponseMessage sent = message.withoutResponse();
        write((message.eventId() == null ? "" : "id: " + message.eventId() + "\n") + "event: next\ndata: ");
        message.writeParts(part -> count(part.length(), response.write(part)));
        return write(END).onComplete(done -> sent.release());
    }

    @Override
    void sendError(String id, OperationError error) {
        Optional<Integer> status = error.rejection() == null ? status(error) : Optional.empty();
        if (!response.hasBegun() && error.rejection() != null) {
            writer.reject(context, error.rejection());
        } else if (!response.hasBegun() && status.isPresent()) {
            writer.reject(context, status.get(), Buffer.buffer(messages.errors(error.errors())));
        } else if (!response.hasBegun() && error.failure() != null) {
            writer.fail(context, error.failure());
        } else {
            write("event: next\ndata: " + messages.errors(error.errors()) + END + COMPLETE);
            end();
        }
    }

    /** Returns the status for errors after which clients retry, or send the request differently; empty for others. */
    private static Optional<Integer> status(OperationError error) {
        return GraphQlResponse.codes(error.errors()).stream().filter(STATUS::containsKey).map(STATUS::get).findFirst();
    }

    @Override
    void sendComplete(String id) {
        write(COMPLETE);
        end();
    }

    private synchronized Future<Void> write(String text) {
        return count(text.length(), response.write(Buffer.buffer(text)));
    }

    /** Ends the stream. Without the event complete, the client connects again. */
    void end() {
        response.end();
    }

    /** Closes the connection at once, without waiting until the client has received the data in flight. */
    void abort() {
        response.abort();
    }
}
