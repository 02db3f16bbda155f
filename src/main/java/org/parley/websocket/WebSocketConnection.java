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
import java.util.function.BiConsumer;
import org.parley.http.ByteReservation;

/** A WebSocket connection: while the client does not receive what is sent, nothing is read from it. */
final class WebSocketConnection extends ClientConnection {

    /** How long the closing handshake may take. */
    private static final long CLOSE_TIMEOUT_MILLIS = 1_000;
    /** Name of the Vert.x handler that decodes frames. The bytes before it may be encrypted. */
    private static final String DECODER = "wsdecoder";
    private static final int MAX_REASON = 120;

    private final Vertx vertx;
    private final ServerWebSocket socket;
    private final ChannelHandlerContext transport;
    private final MessageCodec messages;
    private volatile long lastReceived = System.nanoTime();

    WebSocketConnection(Vertx vertx, ServerWebSocket socket, HttpConnection connection, MessageCodec messages) {
        this.messages = messages;
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
        socket.drainHandler(drained -> recordProgress());
        socket.exceptionHandler(broken -> closeTransport());
        socket.closeHandler(closed);
    }

    String protocol() {
        return socket.subProtocol();
    }

    /** Sends a text message. Completes when the client's socket has accepted it. */
    synchronized Future<Void> send(String text) {
        return write(WebSocketFrame.textFrame(text, true), text.length());
    }

    /** Sends a response. Its frames are not interleaved with other messages. */
    @Override
    synchronized Future<Void> send(ResponseMessage message) {
        ResponseMessage sent = message.withoutResponse();
        String prefix = messages.next(message.id());
        write(WebSocketFrame.textFrame(prefix, false), prefix.length());
        message.writeParts(part -> write(WebSocketFrame.continuationFrame(part, false), part.length()));
        return write(WebSocketFrame.continuationFrame(Buffer.buffer(MessageCodec.SUFFIX), true), MessageCodec.SUFFIX.length())
                .onComplete(done -> sent.release());
    }

    @Override
    Future<Void> sendStarted(String id) {
        return send(messages.subscribed(id));
    }

    @Override
    void sendError(String id, OperationError error) {
        send(messages.error(id, error.errors()));
    }

    @Override
    void sendComplete(String id) {
        send(messages.complete(id));
    }

    private Future<Void> write(WebSocketFrame frame, int length) {
        Future<Void> written = count(length, socket.writeFrame(frame));
        if (!isWritable()) {
            socket.pause();
        }
        return written;
    }

    @Override
    void onWritten(boolean more) {
        // A client that still receives earlier data cannot respond to pings yet.
        if (more) {
            lastReceived = System.nanoTime();
        }
        if (isWritable()) {
            socket.resume();
        }
    }

    void ping() {
        socket.writePing(Buffer.buffer());
    }

    /** Data in flight includes pongs, which the transport writes itself. */
    @Override
    boolean isSending() {
        return super.isSending() || !transport.channel().isWritable();
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
