package org.parley.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Forwards one request of a connection at a time: the next one is forwarded, and further bytes are read, when the response to the previous
 * one was received. This bounds the memory of pipelined requests. Closes the connection if the client does not receive a response in time.
 * Placed after the HTTP decoder.
 */
final class RequestSequencer extends ChannelDuplexHandler {

    private static final Logger LOG = Logger.getLogger(RequestSequencer.class);

    private final RequestTimeoutHandler guard;
    private final long responseMillis;
    private final Queue<Object> queue = new ArrayDeque<>();
    private Future<?> deadline;
    /** Whether a request was forwarded and its response not yet written. */
    private boolean responding;
    private boolean suspended;
    private boolean disabled;

    RequestSequencer(RequestTimeoutHandler guard, Duration responseTimeout) {
        this.guard = guard;
        this.responseMillis = responseTimeout.toMillis();
    }

    /** Whether a request is queued. */
    boolean hasQueued() {
        return !queue.isEmpty();
    }

    /** Whether reading is suspended. */
    boolean isSuspended() {
        return suspended;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest || message instanceof LastHttpContent) {
            guard.onDecoded(message instanceof LastHttpContent);
        }
        if (queue.isEmpty() && canForward(context, message)) {
            forward(context, message);
        } else {
            queue.add(message);
        }
    }

    private boolean canForward(ChannelHandlerContext context, Object message) {
        return disabled || !(message instanceof HttpRequest) || !responding && context.channel().isWritable();
    }

    private void forward(ChannelHandlerContext context, Object message) {
        responding |= message instanceof HttpRequest;
        context.fireChannelRead(message);
    }

    @Override
    public void read(ChannelHandlerContext context) {
        suspended = !disabled && (!queue.isEmpty() || guard.hasUndecoded() || !context.channel().isWritable());
        if (!suspended) {
            context.read();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        context.write(message, promise);
        if (has(message, HttpResponseStatus.SWITCHING_PROTOCOLS)) {
            guard.disable();
        } else if (message instanceof LastHttpContent && !has(message, HttpResponseStatus.CONTINUE)) {
            responding = false;
            if (!queue.isEmpty() || guard.hasUndecoded()) {
                context.executor().execute(() -> resume(context));
            }
        }
    }

    private static boolean has(Object message, HttpResponseStatus status) {
        return message instanceof HttpResponse response && response.status().equals(status);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            cancel();
            resume(context);
        } else if (deadline == null && !disabled) {
            deadline = context.executor().schedule(() -> {
                LOG.debugf("Connection closed: a response was not received within %d ms", responseMillis);
                context.close();
            }, responseMillis, TimeUnit.MILLISECONDS);
        }
        context.fireChannelWritabilityChanged();
    }

    /** Forwards queued messages as far as possible, and continues to read. */
    private void resume(ChannelHandlerContext context) {
        boolean forwarded = false;
        while (!queue.isEmpty() && canForward(context, queue.peek())) {
            forward(context, queue.remove());
            forwarded = true;
        }
        if (forwarded) {
            context.fireChannelReadComplete();
        }
        guard.resume();
        if (suspended) {
            read(context);
        }
    }

    /** Stops limiting. */
    void disable() {
        disabled = true;
        cancel();
        queue.forEach(ReferenceCountUtil::release);
        queue.clear();
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
