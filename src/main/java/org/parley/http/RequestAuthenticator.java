package org.parley.http;

import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.parley.auth.Identity;
import org.parley.auth.InvalidTokenException;
import org.parley.auth.TokenAuthenticator;
import org.parley.fault.ErrorCode;

/**
 * Authenticates requests. A request without a token is anonymous and needs no verification if reading is open. A request with a token is
 * paused until it is verified.
 */
@Singleton
public class RequestAuthenticator {

    /**
     * Order of handlers that authenticate requests by this class: after CORS, and before the framework's own authentication, which they do
     * not use.
     */
    public static final int ORDER = -SecurityHandlerPriorities.AUTHENTICATION - 1;

    private static final Logger LOG = Logger.getLogger(RequestAuthenticator.class);
    private static final String IDENTITY = "parley.identity";

    private final TokenAuthenticator callers;
    private final Clients clients;

    RequestAuthenticator(TokenAuthenticator callers, Clients clients) {
        this.callers = callers;
        this.clients = clients;
    }

    /** Authenticates a request, then runs `next` on the same event loop, or passes the reason for rejection. */
    public void authenticate(RoutingContext context, Runnable next, Consumer<HttpRejectionException> reject) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (callers.isAnonymous(authorization)) {
            next.run();
            return;
        }
        context.request().pause();
        Context eventLoop = context.vertx().getOrCreateContext();
        verify(clients.byAddress(context.request()), authorization, identity -> eventLoop.runOnContext(done -> {
            context.put(IDENTITY, identity);
            next.run();
        }), failure -> eventLoop.runOnContext(done -> reject.accept(rejection(context, failure))));
    }

    /**
     * Verifies credentials. Each verification counts as a request of the client that these credentials were last verified for, or else of
     * `client`; it is not counted if it succeeds, as the request itself is counted later.
     */
    public void verify(Client client, String authorization, Consumer<Identity> verified, Consumer<Throwable> reject) {
        Client holder = clients.byCredentials(authorization);
        Client counted = holder == null ? client : holder;
        try {
            counted.count();
        } catch (HttpRejectionException tooMany) {
            reject.accept(tooMany);
            return;
        }
        callers.authenticate(authorization).subscribe().with(identity -> {
            counted.revertCount();
            if (!identity.caller().isAnonymous()) {
                clients.remember(authorization, identity.caller());
            }
            verified.accept(identity);
        }, failure -> {
            if (holder != null) {
                clients.forget(authorization);
            }
            reject.accept(failure);
        });
    }

    /** Whether the request was paused and must be resumed. */
    static boolean wasPaused(RoutingContext context) {
        return context.get(IDENTITY) != null;
    }

    /** Returns the identity of the client, which is anonymous by default. */
    public static Identity identity(RoutingContext context) {
        Identity identity = context.get(IDENTITY);
        return identity == null ? Identity.ANONYMOUS : identity;
    }

    private static HttpRejectionException rejection(RoutingContext context, Throwable failure) {
        if (failure instanceof InvalidTokenException rejected) {
            context.response().putHeader("WWW-Authenticate", rejected.challenge());
        } else if (!(failure instanceof HttpRejectionException)) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        return rejection(failure);
    }

    /** Converts a failed verification to a rejection. */
    public static HttpRejectionException rejection(Throwable failure) {
        if (failure instanceof HttpRejectionException rejected) {
            return rejected;
        }
        if (failure instanceof InvalidTokenException rejected) {
            return new HttpRejectionException(401, ErrorCode.UNAUTHENTICATED, rejected.getMessage());
        }
        LOG.warnf("A token cannot be verified: %s", failure);
        return new HttpRejectionException(503, ErrorCode.UNAVAILABLE,
                "The identity provider cannot be reached. Retry in a few seconds, or send no token.");
    }
}
