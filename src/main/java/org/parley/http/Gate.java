package org.parley.http;

import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.parley.fault.ErrorCode;
import org.parley.rights.Callers;
import org.parley.rights.Identity;
import org.parley.rights.RejectedException;

/**
 * Authenticates requests before anything is answered. A request without a token is anonymous, and costs nothing where reading is open.
 */
@Singleton
public class Gate {

    /** Where handlers stand that ask here who asks: behind CORS, and before the framework's own rights, which they do without. */
    public static final int ORDER = -SecurityHandlerPriorities.AUTHENTICATION - 1;

    private static final Logger LOG = Logger.getLogger(Gate.class);
    private static final String IDENTITY = "parley.identity";

    private final Callers callers;

    Gate(Callers callers) {
        this.callers = callers;
    }

    /** Goes onward with whoever is known, on the same thread; or tells why not. */
    public void pass(RoutingContext context, Runnable onward, Consumer<RefusedException> refuse) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (callers.isNobody(authorization)) {
            onward.run();
            return;
        }
        Context thread = context.vertx().getOrCreateContext();
        callers.of(authorization).subscribe().with(identity -> thread.runOnContext(known -> {
            context.put(IDENTITY, identity);
            onward.run();
        }), failure -> thread.runOnContext(unknown -> refuse.accept(refusal(context, failure))));
    }

    /** Who asks. */
    public static Identity identity(RoutingContext context) {
        Identity identity = context.get(IDENTITY);
        return identity == null ? Identity.NOBODY : identity;
    }

    private static RefusedException refusal(RoutingContext context, Throwable failure) {
        if (failure instanceof RejectedException rejected) {
            context.response().putHeader("WWW-Authenticate", rejected.challenge());
        } else {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        return refusal(failure);
    }

    /** Why whoever it is does not get in. */
    public static RefusedException refusal(Throwable failure) {
        if (failure instanceof RejectedException rejected) {
            return new RefusedException(401, ErrorCode.UNAUTHENTICATED, rejected.getMessage());
        }
        LOG.warnf("A token cannot be verified: %s", failure);
        return new RefusedException(503, ErrorCode.UNAVAILABLE,
                "The identity provider cannot be reached. Try again in a few seconds, or send no token.");
    }
}
