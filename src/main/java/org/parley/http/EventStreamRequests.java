package org.parley.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.parley.graphql.GraphQlRequest;

/** Reads requests that accept an event stream, in the same way as other GraphQL requests. */
@Singleton
public class EventStreamRequests {

    private final RequestAuthenticator authenticator;
    private final BodyReader bodies;
    private final RequestParser parser;
    private final PersistedQueries persisted;
    private final ResponseWriter writer;
    private final BufferLimits bytes;
    private final Clients clients;

    EventStreamRequests(RequestAuthenticator authenticator, BodyReader bodies, RequestParser parser, PersistedQueries persisted,
            ResponseWriter writer, BufferLimits bytes, Clients clients) {
        this.authenticator = authenticator;
        this.bodies = bodies;
        this.parser = parser;
        this.persisted = persisted;
        this.writer = writer;
        this.bytes = bytes;
        this.clients = clients;
    }

    /** Whether the client prefers an event stream to all other types. */
    public static boolean accepts(RoutingContext context) {
        try {
            return MediaType.accepted(context) == MediaType.EVENT_STREAM;
        } catch (HttpRejectionException acceptsNothing) {
            return false;
        }
    }

    /** Authenticates the client and reads the body, then runs `next` on the event loop. */
    public void read(RoutingContext context, Runnable next, Consumer<HttpRejectionException> reject) {
        authenticator.authenticate(context, () -> bodies.read(context, next, reject), reject);
    }

    /** Returns the bytes of the body, which the caller releases. */
    public ByteReservation reservation(RoutingContext context) {
        ByteReservation body = BodyReader.takeReservation(context);
        return body == null ? bytes.forRequest(clients.of(context)) : body;
    }

    /** Parses the request, once. The body is dropped. */
    public GraphQlRequest parse(RoutingContext context) throws HttpRejectionException {
        BodyReader.retain(context);
        try {
            ResponseOptions options = ResponseOptions.of(context);
            RequestParameters request = parser.read(context);
            return new GraphQlRequest(persisted.document(request), request.operationName(), request.variables(),
                    request.readOnly() || options.readOnly(), RequestAuthenticator.identity(context).caller(), clients.of(context).share(),
                    null, RevisionHeaders.minRevision(context.request()), options.asOf(), false);
        } finally {
            BodyReader.drop(context);
        }
    }

    /** Sends a rejection. Returns false if the request was responded to before. */
    public boolean reject(RoutingContext context, HttpRejectionException rejection) {
        LingeringClose.drain(context);
        return writer.reject(context, rejection);
    }
}
