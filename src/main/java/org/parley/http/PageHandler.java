package org.parley.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.parley.fault.ClientError;
import org.parley.graphql.Caller;
import org.parley.graphql.Engine;
import org.parley.graphql.GraphQlRequest;
import org.parley.graphql.ResponseMemory;

/**
 * Serves pages that read the record, in the same way as GraphQL requests: with their authentication, limits, response cache, compression
 * and entity tags.
 */
@Singleton
public class PageHandler {

    /** Key of the page in the routing context. */
    private static final String PAGE = "parley.page";

    private final Engine engine;
    private final ResponseJson json;
    private final ObjectMapper mapper;
    private final ResponseCache cache;
    private final ResponseSerializer serializer;
    private final ResponseWriter writer;
    private final RequestAuthenticator authenticator;
    private final RequestMetrics metrics;
    private final RequestQueue queue;
    private final Clients clients;
    private final ResponseMemory memory;

    PageHandler(Engine engine, ResponseJson json, ObjectMapper mapper, ResponseCache cache, ResponseSerializer serializer,
            ResponseWriter writer, RequestAuthenticator authenticator, RequestMetrics metrics, RequestQueue queue, Clients clients,
            ResponseMemory memory) {
        this.engine = engine;
        this.json = json;
        this.mapper = mapper;
        this.cache = cache;
        this.serializer = serializer;
        this.writer = writer;
        this.authenticator = authenticator;
        this.metrics = metrics;
        this.queue = queue;
        this.clients = clients;
        this.memory = memory;
    }

    /** Serves the page of each request at a route. */
    public void open(Route route, Function<RoutingContext, Page> pages) {
        route.handler(context -> admit(context, pages.apply(context))).blockingHandler(this::show, false);
    }

    private void admit(RoutingContext context, Page page) {
        if (RequestMethods.requireRead(context)) {
            context.put(PAGE, page);
            authenticator.authenticate(context, () -> serve(context), rejection -> reject(context, rejection));
        }
    }

    private void serve(RoutingContext context) {
        context.request().resume();
        try {
            ResponseCache.setPage(context, page(context).key());
            if (cache.serve(context, RevisionHeaders.minRevision(context.request()))) {
                metrics.countCached();
            } else {
                queue.submit(context, rejection -> reject(context, rejection), late -> fail(context, late));
            }
        } catch (HttpRejectionException e) {
            reject(context, e);
        }
    }

    private void show(RoutingContext context) {
        ResponseMemory.Part part = memory.open(clients.of(context).share());
        try {
            if (!writer.hasResponded(context)) {
                PageReader reader = reader(context, part);
                PageContent content = page(context).show(reader);
                SerializedResponse written = serializer.serialize(context.request(), content, reader.revision(), part);
                if (writer.write(context, content.status(), written, part)) {
                    cache.store(context, content.status(), written);
                }
            }
        } catch (HttpRejectionException e) {
            reject(context, e);
        } catch (RuntimeException | StackOverflowError e) {
            fail(context, e);
        } finally {
            writer.whenSent(context, part::release);
            queue.complete(context);
        }
    }

    private PageReader reader(RoutingContext context, ResponseMemory.Part part) throws HttpRejectionException {
        Instant asOf = ResponseOptions.asOf(context.request().getParam("asOf"));
        long minRevision = RevisionHeaders.minRevision(context.request());
        Caller caller = RequestAuthenticator.identity(context).caller();
        return new PageReader(engine, json, mapper, (document, operation, variables) -> new GraphQlRequest(document, operation, variables,
                true, caller, clients.of(context).share(), part, minRevision, asOf, false, null), (document, response, nanos) -> {
                    metrics.count(response, nanos);
                    RequestLog.executed(document, response, nanos, caller);
                }, minRevision, asOf, part);
    }

    private static Page page(RoutingContext context) {
        return context.get(PAGE);
    }

    private void reject(RoutingContext context, HttpRejectionException rejection) {
        LingeringClose.drain(context);
        if (writer.fail(context, page(context).fail(rejection.status(), rejection.getMessage()))) {
            metrics.countRejected(rejection.code());
            RequestLog.rejected(rejection);
        }
    }

    private void fail(RoutingContext context, Throwable thrown) {
        ClientError failure = ClientError.of(thrown, () -> "a page");
        if (writer.fail(context, page(context).fail(ResponseStatus.of(Set.of(failure.code())), failure.message()))) {
            metrics.countFailed(failure.code());
            RequestLog.failed(failure);
        }
    }
}
