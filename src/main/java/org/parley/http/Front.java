package org.parley.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.fault.ErrorCode;
import org.parley.fault.Failure;
import org.parley.fault.TimeoutException;
import org.parley.graphql.Answer;
import org.parley.graphql.Caller;
import org.parley.graphql.Engine;
import org.parley.graphql.Limits;
import org.parley.graphql.Question;

/** Where the service is asked: opens its paths, and takes each request through reading, answering and writing. */
@ApplicationScoped
class Front {

    /** How long a client whose body is too large may go on sending before it is cut off. */
    private static final long LINGER_MILLIS = 2000;
    /** The key under which a request carries the least revision that it asks for. */
    private static final String LEAST = "parley.least";

    private final Engine engine;
    private final RequestReader reader;
    private final PersistedQueries persisted;
    private final KeptAnswers kept;
    private final ResponseWriter writer;
    private final Gate gate;
    private final RequestMetrics metrics;
    private final Limits limits;
    private final String path;
    private final Places places;

    Front(Engine engine, RequestReader reader, PersistedQueries persisted, KeptAnswers kept, ResponseWriter writer, Gate gate,
            RequestMetrics metrics, Places places, Limits limits,
            @ConfigProperty(name = "quarkus.smallrye-graphql.root-path") String path) {
        this.engine = engine;
        this.reader = reader;
        this.persisted = persisted;
        this.kept = kept;
        this.writer = writer;
        this.gate = gate;
        this.metrics = metrics;
        this.limits = limits;
        this.path = path;
        this.places = places;
    }

    void open(@Observes Router router) {
        router.route(path).order(Gate.ORDER).handler(BodyHandler.create(false).setBodyLimit(limits.body())).handler(this::admit)
                .blockingHandler(this::answer, false).failureHandler(this::failed);
    }

    private void admit(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (method != HttpMethod.GET && method != HttpMethod.POST) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, POST");
            refuse(context, new RefusedException(405, ErrorCode.METHOD_NOT_ALLOWED, "send the query by GET or POST"));
        } else {
            gate.pass(context, () -> place(context), refusal -> refuse(context, refusal));
        }
    }

    /** Lets in what can be answered now: where the answer is kept, or a place is free. From here the time of the request runs. */
    private void place(RoutingContext context) {
        try {
            long least = RevisionHeaders.least(context.request());
            context.put(LEAST, least);
            place(context, least);
        } catch (RefusedException e) {
            refuse(context, e);
        }
    }

    private void place(RoutingContext context, long least) {
        if (kept.give(context, least)) {
            metrics.countKept();
            RequestLog.kept();
        } else if (!places.take()) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
            refuse(context, Places.taken());
        } else {
            long timer = context.vertx().setTimer(limits.time().toMillis(), late -> fail(context, late(context)));
            context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
            context.next();
        }
    }

    /** Who is known, and does not ask by GET, may have been writing. */
    private static TimeoutException late(RoutingContext context) {
        boolean reads = context.request().method() == HttpMethod.GET || Gate.identity(context).caller().isAnonymous();
        return reads ? new TimeoutException() : TimeoutException.ofChange();
    }

    /**
     * Answers on a worker thread. The place is free again when the work is done, which may be after the client was told that it is late;
     * what waited for a thread until then is not begun.
     */
    private void answer(RoutingContext context) {
        long began = System.nanoTime();
        try {
            if (writer.hasAnswered(context)) {
                return;
            }
            MediaType type = MediaType.accepted(context);
            Request request = reader.read(context);
            String document = persisted.document(request);
            Caller caller = Gate.identity(context).caller();
            Answer answer = engine.answer(
                    new Question(document, request.operationName(), request.variables(), request.readOnly(), caller, context.get(LEAST)));
            long took = System.nanoTime() - began;
            WrittenAnswer written = writer.write(context, type, answer, took);
            if (written != null) {
                kept.keep(context, request, answer, written);
                metrics.count(answer, took);
                RequestLog.answered(document, answer, took, caller);
            }
        } catch (RefusedException e) {
            refuse(context, e);
        } catch (RuntimeException | StackOverflowError e) {
            fail(context, e);
        } finally {
            places.free();
        }
    }

    private void refuse(RoutingContext context, RefusedException refusal) {
        if (writer.refuse(context, refusal)) {
            metrics.countRefused(refusal.code());
            RequestLog.refused(refusal);
        }
    }

    private void fail(RoutingContext context, Throwable thrown) {
        Failure failure = Failure.of(thrown, () -> "a request");
        if (writer.fail(context, failure)) {
            metrics.countFailed(failure.code());
            RequestLog.failed(failure);
        }
    }

    /** What fails outside `answer` is a request that does not come in whole, or is no HTTP. */
    private void failed(RoutingContext context) {
        if (context.statusCode() == 413) {
            context.vertx().setTimer(LINGER_MILLIS, late -> hangUp(context.request()));
            refuse(context, new RefusedException(413, ErrorCode.COST_EXCEEDED,
                    "the body is larger than " + limits.body() + " bytes; send a smaller document, or by its hash"));
        } else {
            refuse(context, new RefusedException(400, ErrorCode.BAD_USER_INPUT, "the request cannot be read"));
        }
    }

    /** By HTTP/2 others ask on the same connection. */
    private static void hangUp(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
