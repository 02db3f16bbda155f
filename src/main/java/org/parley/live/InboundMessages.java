package org.parley.live;

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
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.parley.http.BufferedBytes;
import org.parley.http.RefusedException;

/**
 * Counts the bytes of a connection's message while it comes in, frame by frame, and bounds how long that takes: a frame is held in memory
 * until it is whole. All of it runs on the thread of the connection.
 */
final class InboundMessages {

    private final BufferedBytes.Request held;
    private final Duration time;
    private final Consumer<String> refuse;
    private Future<?> deadline;
    private boolean fragmented;
    private volatile boolean refused;

    InboundMessages(BufferedBytes.Request held, Duration time, Consumer<String> refuse) {
        this.held = held;
        this.time = time;
        this.refuse = refuse;
    }

    /** Before the frames are decoded. */
    ChannelHandler bytes() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (refused || message instanceof ByteBuf bytes && !isTaken(context, bytes.readableBytes())) {
                    ReferenceCountUtil.release(message);
                } else {
                    context.fireChannelRead(message);
                }
            }
        };
    }

    /** Behind the decoder. */
    ChannelHandler frames() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (message instanceof WebSocketFrame frame) {
                    read(frame);
                }
                context.fireChannelRead(message);
            }
        };
    }

    /** A ping between the fragments of a message leaves it as it is. */
    private void read(WebSocketFrame frame) {
        boolean data = frame instanceof TextWebSocketFrame || frame instanceof BinaryWebSocketFrame
                || frame instanceof ContinuationWebSocketFrame;
        fragmented = data ? !frame.isFinalFragment() : fragmented;
        if (!fragmented) {
            free();
        }
    }

    private boolean isTaken(ChannelHandlerContext context, int number) {
        try {
            held.take(number);
        } catch (RefusedException e) {
            refuse(e.getMessage());
            return false;
        }
        if (deadline == null) {
            deadline = context.executor().schedule(() -> refuse("a message did not come within " + time.toSeconds() + " s; send it faster"),
                    time.toMillis(), TimeUnit.MILLISECONDS);
        }
        return true;
    }

    private void refuse(String reason) {
        end();
        refuse.accept(reason);
    }

    /** The connection is closed; what still comes is dropped. */
    void end() {
        refused = true;
        free();
    }

    /** The message is whole: nothing is held. */
    private void free() {
        held.reset();
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
