package org.parley.live;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Consumer;
import org.parley.http.Client;
import org.parley.live.Message.InvalidException;
import org.parley.rights.Identity;

/** A client that stays connected. All that it says is heard on the thread of its connection. */
final class Socket {

    private static final long TICK_MILLIS = 1_000;
    /** How long one message may take to come. */
    private static final Duration MESSAGE_TIME = Duration.ofSeconds(10);
    /** Pings that may go unanswered. */
    private static final int PINGS = 3;

    private final Means means;
    private final Wire wire;
    private final Vertx vertx;
    private final Context thread;
    private final Consumer<Socket> onGone;
    private final Welcome welcome;
    private final Operations operations;
    private final InboundMessages inbound;
    private final long ticking;
    private long pinged = System.nanoTime();
    private boolean closed;

    Socket(Means means, Wire wire, Vertx vertx, String authorization, Identity identity, Client client, Consumer<Socket> onGone) {
        this.means = means;
        this.wire = wire;
        this.vertx = vertx;
        this.thread = vertx.getOrCreateContext();
        this.onGone = onGone;
        this.welcome = new Welcome(means, wire, vertx, authorization, identity, this::close);
        this.inbound = new InboundMessages(means.bytes().of(client), MESSAGE_TIME, this::refuse);
        this.operations = new Operations(means, wire, vertx, client, () -> close(Close.GOING_AWAY, "this replica is going; connect again"));
        this.ticking = vertx.setPeriodic(TICK_MILLIS, tick -> tick());
    }

    /** The connection's messages ask for more than there is. */
    private void refuse(String reason) {
        thread.runOnContext(on -> close(Close.TRY_AGAIN_LATER, reason));
    }

    void open() {
        wire.hear(inbound, this::read, binary -> close(Close.BAD_REQUEST, "a message is a text"), gone -> gone());
        if (!Messages.PROTOCOL.equals(wire.protocol())) {
            close(Close.SUBPROTOCOL_NOT_ACCEPTABLE, "this service speaks " + Messages.PROTOCOL);
        }
    }

    private void read(String text) {
        if (closed) {
            return;
        }
        try {
            Message message = means.messages().read(text);
            switch (message.type()) {
                case CONNECTION_INIT -> welcome.introduce(message);
                case PING -> wire.send(Messages.PONG);
                case SUBSCRIBE -> subscribe(message);
                case COMPLETE -> operations.cancel(message.id());
                case PONG -> {
                    // That it was heard is noted.
                }
            }
        } catch (InvalidException e) {
            close(Close.BAD_REQUEST, e.getMessage());
        }
    }

    private void subscribe(Message message) {
        if (!welcome.isIn()) {
            close(Close.UNAUTHORIZED, "send connection_init first, and wait for connection_ack");
        } else if (operations.has(message.id())) {
            close(Close.SUBSCRIBER_EXISTS, "Subscriber for " + message.id() + " already exists");
        } else {
            operations.begin(message, welcome.caller());
        }
    }

    private void tick() {
        LiveConfig config = means.config();
        if (wire.isStuck(config.patience())) {
            close(Close.TOO_SLOW, "too slow: what was sent was not taken for " + config.patience().toSeconds() + " s");
        } else if (wire.isSilent(config.ping().multipliedBy(PINGS))) {
            close(Close.SILENT, "nothing was heard of this client");
        } else if (System.nanoTime() - pinged > config.ping().toNanos()) {
            pinged = System.nanoTime();
            wire.ping();
        }
    }

    /** Hangs up when what the client asked is answered; from any thread. */
    void leave() {
        thread.runOnContext(on -> operations.leave());
    }

    private void close(Close why, String reason) {
        if (!closed) {
            means.metrics().countClosed(why);
            end();
            wire.close(why, reason);
        }
    }

    private void gone() {
        end();
        onGone.accept(this);
    }

    private void end() {
        closed = true;
        inbound.end();
        vertx.cancelTimer(ticking);
        welcome.end();
        operations.cancelAll();
    }
}
