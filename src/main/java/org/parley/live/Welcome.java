package org.parley.live;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;
import org.parley.fault.ErrorCode;
import org.parley.graphql.Caller;
import org.parley.http.Gate;
import org.parley.http.RefusedException;
import org.parley.rights.Identity;

/** How a client comes in: it says who it is, once and soon, and stays as long as that holds. */
final class Welcome {

    private static final Duration LONGEST_TIMER = Duration.ofDays(365);

    private final Means means;
    private final Wire wire;
    private final Vertx vertx;
    private final Context thread;
    private final BiConsumer<Close, String> close;
    private final long waiting;
    private long expiring = -1;
    private long verifying = -1;
    private String authorization;
    private Identity identity;
    private boolean introduced;
    private boolean acknowledged;

    /**
     * @param authorization the header of the handshake; null without one
     * @param identity the client by that header
     */
    Welcome(Means means, Wire wire, Vertx vertx, String authorization, Identity identity, BiConsumer<Close, String> close) {
        this.means = means;
        this.wire = wire;
        this.vertx = vertx;
        this.thread = vertx.getOrCreateContext();
        this.authorization = authorization;
        this.identity = identity;
        this.close = close;
        this.waiting = vertx.setTimer(means.config().init().toMillis(),
                late -> close.accept(Close.INITIALISATION_TIMEOUT, "send connection_init"));
    }

    /** Whether the client was let in. */
    boolean isIn() {
        return acknowledged;
    }

    Caller caller() {
        return identity.caller();
    }

    void introduce(Message message) {
        if (introduced) {
            close.accept(Close.TOO_MANY_REQUESTS, "connection_init came before");
            return;
        }
        introduced = true;
        String given = authorization(message.payload());
        if (given == null && identity != Identity.NOBODY) {
            acknowledge(identity);
        } else {
            authorization = given;
            means.callers().of(given).subscribe().with(known -> thread.runOnContext(on -> acknowledge(known)),
                    failure -> thread.runOnContext(on -> reject(Gate.refusal(failure))));
        }
    }

    /** Clients cannot send headers with a WebSocket from a browser: the token is in the first message, under the header's name. */
    private static String authorization(Map<String, Object> payload) {
        return payload.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase("Authorization"))
                .map(entry -> String.valueOf(entry.getValue())).findFirst().orElse(null);
    }

    private void acknowledge(Identity known) {
        if (!vertx.cancelTimer(waiting)) {
            return;
        }
        identity = known;
        acknowledged = true;
        if (known.until() != null) {
            long left = Duration.between(Instant.now(means.clock()), known.until()).toMillis();
            expiring = vertx.setTimer(Math.min(Math.max(1, left), LONGEST_TIMER.toMillis()),
                    expired -> close.accept(Close.FORBIDDEN, "The token has expired. Connect with a new one."));
            verifying = vertx.setPeriodic(means.callers().verifiedEvery().toMillis(), again -> verify());
        }
        wire.send(Messages.ACKNOWLEDGED);
    }

    /** The key that signed the token may have been withdrawn. */
    private void verify() {
        means.callers().of(authorization).subscribe().with(known -> {
            // The token is still valid.
        }, failure -> thread.runOnContext(on -> reject(Gate.refusal(failure))));
    }

    private void reject(RefusedException refusal) {
        close.accept(refusal.code() == ErrorCode.UNAUTHENTICATED ? Close.FORBIDDEN : Close.TRY_AGAIN_LATER, refusal.getMessage());
    }

    /** The client is gone. */
    void end() {
        vertx.cancelTimer(waiting);
        vertx.cancelTimer(expiring);
        vertx.cancelTimer(verifying);
    }
}
