package org.parley.live;

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

/** A WebSocket as it is written to and heard. While a client does not take what is sent to it, it is not listened to either. */
final class Wire {

    /** Characters that may be under way before the client has to take some. */
    private static final int MOST_UNDER_WAY = 256_000;
    /** What a frame takes beside its characters, about. */
    private static final int FRAME_OVERHEAD = 500;
    /** Characters of a frame. A slow client takes one after the other of a long message, and is seen to. */
    private static final int MOST_OF_FRAME = 64_000;
    /** How long a closed connection may take to say goodbye. */
    private static final long GOODBYE_MILLIS = 1_000;
    private static final int LONGEST_REASON = 120;

    private final Vertx vertx;
    private final ServerWebSocket socket;
    private final ChannelHandlerContext transport;
    private final AtomicLong underWay = new AtomicLong();
    private volatile Runnable onRoom = () -> {
    };
    private volatile long moved = System.nanoTime();
    private volatile long heard = System.nanoTime();

    Wire(Vertx vertx, ServerWebSocket socket, HttpConnection connection) {
        this.vertx = vertx;
        this.socket = socket;
        this.transport = ((ConnectionBase) connection).channelHandlerContext();
    }

    void hear(InboundMessages inbound, Handler<String> message, Handler<Void> binary, Handler<Void> closed) {
        transport.pipeline().addFirst(inbound.bytes()).addBefore(transport.name(), null, inbound.frames());
        transport.pipeline().addBefore(transport.name(), null, new Pings());
        socket.textMessageHandler(text -> {
            heard = System.nanoTime();
            message.handle(text);
        });
        socket.binaryMessageHandler(bytes -> binary.handle(null));
        socket.pongHandler(pong -> heard = System.nanoTime());
        socket.drainHandler(drained -> moved = System.nanoTime());
        socket.exceptionHandler(broken -> hangUp());
        socket.closeHandler(closed);
    }

    /** What is done whenever the client has taken so much that there is room for more; on the thread of the connection. */
    void onRoom(Runnable more) {
        onRoom = more;
    }

    String protocol() {
        return socket.subProtocol();
    }

    /** Done when the client's machine has room for it. The frames of a message come one after the other, whoever else sends. */
    synchronized Future<Void> send(String text) {
        int end = endOfFrame(text, 0);
        String first = text.substring(0, end);
        Future<Void> last = write(WebSocketFrame.textFrame(first, end == text.length()), first);
        while (end < text.length()) {
            String next = text.substring(end, endOfFrame(text, end));
            end += next.length();
            last = write(WebSocketFrame.continuationFrame(Buffer.buffer(next), end == text.length()), next);
        }
        return last;
    }

    private static int endOfFrame(String text, int start) {
        int end = Math.min(start + MOST_OF_FRAME, text.length());
        return end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private Future<Void> write(WebSocketFrame frame, String content) {
        int weight = content.length() + FRAME_OVERHEAD;
        if (underWay.addAndGet(weight) > MOST_UNDER_WAY) {
            socket.pause();
        }
        return socket.writeFrame(frame).onComplete(written -> {
            moved = System.nanoTime();
            // Its answers to our pings come when it has taken what was sent before these.
            if (underWay.addAndGet(-weight) > 0) {
                heard = moved;
            }
            if (hasRoom()) {
                socket.resume();
                onRoom.run();
            }
        });
    }

    /** Whether the client has taken most of what it was sent. */
    boolean hasRoom() {
        return underWay.get() <= MOST_UNDER_WAY;
    }

    void ping() {
        socket.writePing(Buffer.buffer());
    }

    /** Whether something waits for the client, be it but answers to its pings, and for so long it took none of it. */
    boolean isStuck(Duration patience) {
        boolean waits = underWay.get() > 0 || !transport.channel().isWritable();
        if (!waits) {
            moved = System.nanoTime();
        }
        return waits && System.nanoTime() - moved > patience.toNanos();
    }

    boolean isSilent(Duration time) {
        return System.nanoTime() - heard > time.toNanos();
    }

    /** Says why, and hangs up; a client that does not even take that is not waited for. */
    void close(Close why, String reason) {
        socket.resume();
        socket.close(why.code(), reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
        vertx.setTimer(GOODBYE_MILLIS, late -> hangUp());
    }

    /** Closing the connection as the server does would wait until the client has taken what is under way. */
    private void hangUp() {
        transport.close();
    }
}
