package org.parley.websocket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.parley.http.ByteReservation;
import org.parley.http.HttpRejectionException;

/**
 * Counts the bytes received on a connection: those of complete messages until their handler releases them, and those of a partial message.
 * Limits how long a message may take to arrive. Runs on the event loop of the connection.
 */
final class InboundLimits {

    /** Header of a short frame from a client: two bytes and the mask (RFC 6455, section 5.2). */
    private static final int SHORT_HEADER = 6;
    /** Lengths from which the header takes two or eight bytes more. */
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 65_536;

    private final ByteReservation reservation;
    private final Duration timeout;
    private final Consumer<String> onRejected;
    /** Complete messages that were not handled yet, in order. */
    private final Queue<ByteReservation> complete = new ArrayDeque<>();
    private Future<?> deadline;
    /** Bytes of the complete frames of a partial message, and bytes not yet decoded. */
    private long messageBytes;
    private long undecodedBytes;
    private boolean fragmented;
    private volatile boolean closed;

    InboundLimits(ByteReservation reservation, Duration timeout, Consumer<String> onRejected) {
        this.reservation = reservation;
        this.timeout = timeout;
        this.onRejected = onRejected;
    }

    /** Returns the handler before the decoder. */
    ChannelHandler bytes() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (closed || message instanceof ByteBuf bytes && !reserve(context, bytes.readableBytes())) {
                    ReferenceCountUtil.release(message);
                } else {
                    context.fireChannelRead(message);
                }
            }
        };
    }

    /** Returns the handler after the decoder. */
    ChannelHandler frames() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (message instanceof WebSocketFrame frame) {
                    read(context, frame);
                }
                context.fireChannelRead(message);
            }
        };
    }

    private boolean reserve(ChannelHandlerContext context, int number) {
        try {
            reservation.reserve(number);
        } catch (HttpRejectionException e) {
            reject(e.getMessage());
            return false;
        }
        undecodedBytes += number;
        startTimer(context);
        return true;
    }

    /** Counts a frame. Control frames may arrive between the frames of a message. */
    private void read(ChannelHandlerContext context, WebSocketFrame frame) {
        long size = size(frame.content().readableBytes());
        undecodedBytes = Math.max(0, undecodedBytes - size);
        if (isData(frame)) {
            messageBytes += size;
            fragmented = !frame.isFinalFragment();
            if (!fragmented) {
                complete.add(reservation.split(messageBytes));
                messageBytes = 0;
            }
        } else {
            reservation.release(size);
        }
        if (!fragmented) {
            cancelTimer();
            startTimer(context);
        }
    }

    private static boolean isData(WebSocketFrame frame) {
        return frame instanceof TextWebSocketFrame || frame instanceof BinaryWebSocketFrame || frame instanceof ContinuationWebSocketFrame;
    }

    private static long size(int content) {
        return SHORT_HEADER + content + (content < TWO_BYTES ? 0 : content < EIGHT_BYTES ? 2 : 8);
    }

    /** Returns the reservation of the next message to handle; an empty one after the connection was closed. */
    ByteReservation next() {
        ByteReservation next = complete.poll();
        return next == null ? reservation.split(0) : next;
    }

    private void startTimer(ChannelHandlerContext context) {
        if (deadline == null && (undecodedBytes > 0 || fragmented)) {
            deadline = context.executor().schedule(() -> onTimeout(context), timeout.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Rejects a late message, unless the service itself has stopped reading. */
    private void onTimeout(ChannelHandlerContext context) {
        deadline = null;
        if (context.channel().config().isAutoRead()) {
            reject("A message did not arrive within " + timeout.toSeconds() + " s. Send it faster.");
        } else {
            startTimer(context);
        }
    }

    private void cancelTimer() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private void reject(String reason) {
        end();
        onRejected.accept(reason);
    }

    /** Releases all bytes. Further ones are dropped. */
    void end() {
        closed = true;
        cancelTimer();
        reservation.release();
        complete.forEach(ByteReservation::release);
        complete.clear();
    }
}
