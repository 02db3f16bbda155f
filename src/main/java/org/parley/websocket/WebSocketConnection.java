package org.parley.websocket;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.parley.http.ByteReservation;

/** A WebSocket connection with flow control: while the client does not receive what is sent, nothing is read from it. */
final class WebSocketConnection {

    /** Bytes in flight from which reading is suspended. */
    private static final int MAX_IN_FLIGHT = 256_000;
    /** Approximate overhead of a frame, in bytes. */
    private static final int FRAME_OVERHEAD = 500;
    /** The maximum size of a frame in bytes. Long messages are split, so that a slow client's progress is visible. */
    private static final int MAX_FRAME = 64_000;
    /** How long the closing handshake may take. */
    private static final long CLOSE_TIMEOUT_MILLIS = 1_000;
    /** Name of the Vert.x handler that decodes frames. The bytes before it may be encrypted. */
    private static final String DECODER = "wsdecoder";
    private static final int MAX_REASON = 120;

    private final Vertx vertx;
    private final ServerWebSocket socket;
    private final ChannelHandlerContext transport;
    private final AtomicLong inFlight = new AtomicLong();
    private volatile Runnable onWritable = () -> {
    };
    private volatile long lastProgress = System.nanoTime();
    private volatile long lastReceived = System.nanoTime();

    WebSocketConnection(Vertx vertx, ServerWebSocket socket, HttpConnection connection) {
        this.vertx = vertx;
        this.socket = socket;
        this.transport = ((ConnectionBase) connection).channelHandlerContext();
    }

    /** Registers the handlers of messages, which also get the bytes reserved for each. */
    void listen(InboundLimits inbound, BiConsumer<String, ByteReservation> message, Handler<Void> binary, Handler<Void> closed) {
        transport.pipeline().addBefore(DECODER, null, inbound.bytes()).addBefore(transport.name(), null, inbound.frames());
        transport.pipeline().addBefore(transport.name(), null, new PingResponder());
        socket.textMessageHandler(text -> {
            lastReceived = System.nanoTime();
            message.accept(text, inbound.next());
        });
        socket.binaryMessageHandler(bytes -> binary.handle(null));
        socket.pongHandler(pong -> lastReceived = System.nanoTime());
        socket.drainHandler(drained -> lastProgress = System.nanoTime());
        socket.exceptionHandler(broken -> closeTransport());
        socket.closeHandler(closed);
    }

    /** Registers a callback for when the client has received enough to send more. It runs on the event loop of the connection. */
    void onWritable(Runnable more) {
        onWritable = more;
    }

    String protocol() {
        return socket.subProtocol();
    }

    /** Sends a text message. Completes when the client's socket has accepted it. */
    synchronized Future<Void> send(String text) {
        return write(WebSocketFrame.textFrame(text, true), text.length());
    }

    /** Sends a response. Its frames are not interleaved with other messages, and its bytes are not copied. */
    synchronized Future<Void> send(ResponseMessage message) {
        Buffer response = message.response();
        ResponseMessage sent = new ResponseMessage(message.prefix(), null, message.reservation(), message.memory());
        write(WebSocketFrame.textFrame(message.prefix(), false), message.prefix().length());
        for (int start = 0; start < response.length(); start += MAX_FRAME) {
            Buffer part = response.slice(start, Math.min(start + MAX_FRAME, response.length()));
            write(WebSocketFrame.continuationFrame(part, false), part.length());
        }
        Future<Void> last = write(WebSocketFrame.continuationFrame(Buffer.buffer(ResponseMessage.SUFFIX), true),
                ResponseMessage.SUFFIX.length());
        // The callback must not refer to the response, so that its bytes can be freed as soon as they are written.
        return last.onComplete(done -> sent.release());
    }

    private Future<Void> write(WebSocketFrame frame, int length) {
        int weight = length + FRAME_OVERHEAD;
        if (inFlight.addAndGet(weight) > MAX_IN_FLIGHT) {
            socket.pause();
        }
        return socket.writeFrame(frame).onComplete(written -> {
            lastProgress = System.nanoTime();
            // A client that still receives earlier data cannot respond to pings yet.
            if (inFlight.addAndGet(-weight) > 0) {
                lastReceived = lastProgress;
            }
            if (isWritable()) {
                socket.resume();
                onWritable.run();
            }
        });
    }

    /** Whether the bytes in flight are few enough to send more. */
    boolean isWritable() {
        return inFlight.get() <= MAX_IN_FLIGHT;
    }

    void ping() {
        socket.writePing(Buffer.buffer());
    }

    /** Whether data, including pongs, has been pending for that time without progress. */
    boolean isStalled(Duration timeout) {
        boolean pending = inFlight.get() > 0 || !transport.channel().isWritable();
        if (!pending) {
            lastProgress = System.nanoTime();
        }
        return pending && System.nanoTime() - lastProgress > timeout.toNanos();
    }

    boolean isIdle(Duration time) {
        return System.nanoTime() - lastReceived > time.toNanos();
    }

    /** Closes the connection with a reason. A client that does not receive this is disconnected after a while. */
    void close(CloseReason code, String reason) {
        socket.resume();
        socket.close(code.code(), reason.substring(0, Math.min(reason.length(), MAX_REASON)));
        vertx.setTimer(CLOSE_TIMEOUT_MILLIS, late -> closeTransport());
    }

    /** Closes the transport at once. A regular close would wait until the client has received the data in flight. */
    private void closeTransport() {
        transport.close();
    }
}
