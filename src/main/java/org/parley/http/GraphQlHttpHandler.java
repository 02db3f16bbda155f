package org.parley.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.fault.ClientError;
import org.parley.fault.ErrorCode;
import org.parley.graphql.Caller;
import org.parley.graphql.Engine;
import org.parley.graphql.GraphQlRequest;
import org.parley.graphql.GraphQlResponse;
import org.parley.graphql.ResponseMemory;

/** Handles GraphQL requests over HTTP: reads them, executes them and writes the responses. */
@ApplicationScoped
class GraphQlHttpHandler {

    /** Key of the minimum revision in the routing context. */
    private static final String MIN_REVISION = "parley.min-revision";

    private final Engine engine;
    private final RequestParser reader;
    private final PersistedQueries persisted;
    private final ResponseCache cache;
    private final ResponseSerializer serializer;
    private final ResponseWriter writer;
    private final RequestAuthenticator authenticator;
    private final RequestMetrics metrics;
    private final String path;
    private final RequestQueue queue;
    private final Clients clients;
    private final BodyReader bodies;
    private final ResponseMemory memory;

    GraphQlHttpHandler(Engine engine, RequestParser reader, PersistedQueries persisted, ResponseCache cache, ResponseSerializer serializer,
            ResponseWriter writer, RequestAuthenticator authenticator, RequestMetrics metrics, RequestQueue queue, Clients clients,
            BodyReader bodies, ResponseMemory memory, @ConfigProperty(name = "quarkus.smallrye-graphql.root-path") String path) {
        this.engine = engine;
        this.reader = reader;
        this.persisted = persisted;
        this.cache = cache;
        this.serializer = serializer;
        this.writer = writer;
        this.authenticator = authenticator;
        this.metrics = metrics;
        this.path = path;
        this.queue = queue;
        this.clients = clients;
        this.bodies = bodies;
        this.memory = memory;
    }

    void open(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::handleMalformed);
        router.route(path).order(RequestAuthenticator.ORDER).handler(this::admit).blockingHandler(this::execute, false)
                .failureHandler(this::rejectUnreadable);
    }

    private void admit(RoutingContext context) {
        // Search engines read the API to show pages, and do not list its answers.
        context.response().putHeader("X-Robots-Tag", "noindex");
        HttpMethod method = context.request().method();
        if (method == HttpMethod.OPTIONS) {
            context.response().setStatusCode(204).putHeader(HttpHeaders.ALLOW, RequestMethods.ALLOWED).end();
        } else if (method != HttpMethod.POST && !RequestMethods.isRead(context.request())) {
            context.response().putHeader(HttpHeaders.ALLOW, RequestMethods.ALLOWED);
            reject(context,
                    new HttpRejectionException(405, ErrorCode.METHOD_NOT_ALLOWED, "Method not allowed. Send the request by GET or POST."));
        } else {
            authenticator.authenticate(context, () -> bodies.read(context, () -> serve(context), rejection -> reject(context, rejection)),
                    rejection -> reject(context, rejection));
        }
    }

    /** Sends the cached response if there is one; otherwise queues the request. */
    private void serve(RoutingContext context) {
        try {
            long minRevision = RevisionHeaders.minRevision(context.request());
            context.put(MIN_REVISION, minRevision);
            serve(context, minRevision);
        } catch (HttpRejectionException e) {
            reject(context, e);
        }
    }

    private void serve(RoutingContext context, long minRevision) throws HttpRejectionException {
        if (cache.serve(context, minRevision)) {
            metrics.countCached();
            RequestLog.cached();
        } else {
            queue.submit(context, rejection -> reject(context, rejection), late -> fail(context, late));
        }
    }

    /**
     * Executes the request on a worker thread, unless it has timed out. The capacity is released when the work is done, which may be after
     * the timeout was sent.
     */
    private void execute(RoutingContext context) {
        long start = System.nanoTime();
        ResponseMemory.Part part = memory.open(clients.of(context).share());
        try {
            if (writer.hasResponded(context) || !BodyReader.retain(context)) {
                return;
            }
            ResponseOptions options = ResponseOptions.of(context);
            RequestParameters request = reader.read(context);
            String document = persisted.document(request);
            Caller caller = RequestAuthenticator.identity(context).caller();
            GraphQlResponse response = engine.execute(
                    new GraphQlRequest(document, request.operationName(), request.variables(), request.readOnly() || options.readOnly(),
                            caller, clients.of(context).share(), part, context.get(MIN_REVISION), options.asOf(),
                            request.cited() || options.type().table() != null, serializer.continuation(options, request, document)));
            long took = System.nanoTime() - start;
            SerializedResponse written = serializer.serialize(context, options, request, document, response, part);
            if (writer.write(context, options.type(), response, written, took, part)) {
                cache.store(context, request, response, written);
                metrics.count(response, took);
                RequestLog.executed(document, response, took, caller);
            }
        } catch (HttpRejectionException e) {
            reject(context, e);
        } catch (RuntimeException | StackOverflowError e) {
            fail(context, e);
        } finally {
            BodyReader.release(context);
            writer.whenSent(context, part::release);
            queue.complete(context);
        }
    }

    private void reject(RoutingContext context, HttpRejectionException rejection) {
        LingeringClose.drain(context);
        if (writer.reject(context, rejection)) {
            metrics.countRejected(rejection.code());
            RequestLog.rejected(rejection);
        }
    }

    private void fail(RoutingContext context, Throwable thrown) {
        ClientError failure = ClientError.of(thrown, () -> "a request");
        if (writer.fail(context, failure)) {
            metrics.countFailed(failure.code());
            RequestLog.failed(failure);
        }
    }

    /** Responds to a malformed request, such as one without a host, which the framework would log as an error. */
    private void handleMalformed(RoutingContext context) {
        if (context.statusCode() == 400) {
            rejectUnreadable(context);
        } else {
            context.next();
        }
    }

    /** Rejects a request that failed before its execution, which means that it cannot be read. */
    private void rejectUnreadable(RoutingContext context) {
        reject(context,
                new HttpRejectionException(400, ErrorCode.BAD_USER_INPUT, "The request cannot be read. Send a valid HTTP request."));
    }
}
