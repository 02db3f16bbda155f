package org.parley.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ByteProcessor;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Closes an HTTP/1 connection if a request does not arrive in time. This is the first handler of the pipeline, so that it sees the first
 * bytes of a header. It does nothing over TLS or HTTP/2.
 */
final class RequestTimeoutHandler extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = Logger.getLogger(RequestTimeoutHandler.class);
    /** Names of the Vert.x handlers that decode and handle requests. */
    private static final String DECODER = "httpDecoder";
    private static final String HANDLER = "handler";

    /** Bytes decoded at once. A read may contain thousands of requests, which take far more memory decoded. */
    private static final int DECODED_AT_ONCE = 4_096;

    private final long headerMillis;
    private final long bodyMillis;
    private final RequestSequencer requests;
    private ChannelHandlerContext own;
    private Future<?> deadline;
    private boolean disabled = true;
    /** Whether a request has arrived in part, and whether its header is complete. */
    private boolean partial;
    private boolean inBody;
    /** Bytes that were read but not decoded; null if there are none. */
    private ByteBuf undecoded;
    private boolean decoding;

    RequestTimeoutHandler(Duration headerTimeout, Duration bodyTimeout, Duration responseTimeout) {
        this.headerMillis = headerTimeout.toMillis();
        // The body reader sends its own error first.
        this.bodyMillis = bodyTimeout.toMillis() * 2;
        this.requests = new RequestSequencer(this, responseTimeout);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (context.pipeline().get(DECODER) != null && context.pipeline().get(HANDLER) != null) {
            disabled = false;
            own = context;
            context.pipeline().addBefore(HANDLER, null, requests);
            startTimer(context);
        }
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (disabled || !(message instanceof ByteBuf bytes)) {
            context.fireChannelRead(message);
            return;
        }
        undecoded = undecoded == null ? bytes : Unpooled.wrappedBuffer(undecoded, bytes);
        decode(context);
    }

    /** Decodes the bytes read, until a request is queued behind another; the rest when that one is forwarded. */
    private void decode(ChannelHandlerContext context) {
        if (decoding) {
            return;
        }
        decoding = true;
        while (undecoded != null && (disabled || !requests.hasQueued())) {
            ByteBuf next = undecoded
                    .readRetainedSlice(disabled ? undecoded.readableBytes() : Math.min(DECODED_AT_ONCE, undecoded.readableBytes()));
            if (!undecoded.isReadable()) {
                releaseUndecoded();
            }
            // Line ends between two requests do not start one.
            partial |= next.forEachByte(ByteProcessor.FIND_NON_CRLF) >= 0;
            context.fireChannelRead(next);
        }
        decoding = false;
    }

    /** Whether there are bytes to decode. */
    boolean hasUndecoded() {
        return undecoded != null;
    }

    /** Continues to decode when no request is queued any more. */
    void resume() {
        if (undecoded != null && !decoding) {
            decode(own);
            channelReadComplete(own);
        }
    }

    private void releaseUndecoded() {
        if (undecoded != null) {
            undecoded.release();
            undecoded = null;
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.fireChannelReadComplete();
        if (!disabled && partial && deadline == null) {
            startTimer(context);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        disable();
        context.fireChannelInactive();
    }

    private void startTimer(ChannelHandlerContext context) {
        deadline = context.executor().schedule(() -> onTimeout(context), inBody ? bodyMillis : headerMillis, TimeUnit.MILLISECONDS);
    }

    /** Closes the connection, unless the service itself has stopped reading from it. */
    private void onTimeout(ChannelHandlerContext context) {
        deadline = null;
        if (context.channel().config().isAutoRead() && !requests.isSuspended()) {
            LOG.debug("Connection closed: a request did not arrive in time");
            context.close();
        }
    }

    /** Called when a header or a whole request was decoded. */
    void onDecoded(boolean complete) {
        cancel();
        partial = !complete;
        inBody = !complete;
    }

    /** Stops limiting, because the connection is closed or becomes a WebSocket, which has its own limits. */
    void disable() {
        disabled = true;
        cancel();
        requests.disable();
        if (!decoding) {
            releaseUndecoded();
        }
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
