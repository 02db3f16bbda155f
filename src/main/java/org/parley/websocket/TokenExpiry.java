package org.parley.websocket;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.parley.auth.Identity;
import org.parley.fault.ErrorCode;
import org.parley.http.HttpRejectionException;
import org.parley.http.RequestAuthenticator;

/** Closes a connection when the token of its client expires or becomes invalid. */
final class TokenExpiry {

    private static final Duration MAX_TIMER = Duration.ofDays(365);

    private final ConnectionServices services;
    private final Vertx vertx;
    private final Context eventLoop;
    private final BiConsumer<CloseReason, String> close;
    private long expiryTimer = -1;
    private long verifyTimer = -1;

    TokenExpiry(ConnectionServices services, Vertx vertx, BiConsumer<CloseReason, String> close) {
        this.services = services;
        this.vertx = vertx;
        this.eventLoop = vertx.getOrCreateContext();
        this.close = close;
    }

    /** Starts to watch a token. An anonymous identity has none. */
    void watch(String authorization, Identity identity) {
        if (identity.expiry() != null) {
            long left = Duration.between(Instant.now(services.clock()), identity.expiry()).toMillis();
            expiryTimer = vertx.setTimer(Math.min(Math.max(1, left), MAX_TIMER.toMillis()),
                    expired -> close.accept(CloseReason.FORBIDDEN, "The token has expired. Connect with a new one."));
            verifyTimer = vertx.setPeriodic(services.callers().verifyInterval().toMillis(), again -> verify(authorization));
        }
    }

    /** Verifies the token again, because its key may have been withdrawn. */
    private void verify(String authorization) {
        services.callers().authenticate(authorization).subscribe().with(known -> {
            // The token is still valid.
        }, failure -> eventLoop.runOnContext(on -> reject(RequestAuthenticator.rejection(failure))));
    }

    /** Closes the connection because its token was rejected. */
    void reject(HttpRejectionException rejection) {
        close.accept(rejection.code() == ErrorCode.UNAUTHENTICATED ? CloseReason.FORBIDDEN : CloseReason.TRY_AGAIN_LATER,
                rejection.getMessage());
    }

    void end() {
        vertx.cancelTimer(expiryTimer);
        vertx.cancelTimer(verifyTimer);
    }
}
