package org.parley.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.fault.ErrorCode;
import org.parley.fault.Failure;
import org.parley.fault.TimeoutException;
import org.parley.graphql.Answer;
import org.parley.graphql.Engine;
import org.parley.graphql.Limits;
import org.parley.graphql.Question;

/** Where the service is asked: opens its paths, and takes each request through reading, answering and writing. */
@ApplicationScoped
class Front {

    /** Before the framework's own handlers of the same paths. */
    static final int BEFORE_FRAMEWORK = -1;
    /** Before the framework's handler of WebSockets, which comes before all others of the path. */
    private static final int BEFORE_UPGRADE = -1000;

    private final Engine engine;
    private final RequestReader reader;
    private final PersistedQueries persisted;
    private final KeptAnswers kept;
    private final ResponseWriter writer;
    private final RequestMetrics metrics;
    private final Limits limits;
    private final String path;
    private final Semaphore places;

    Front(Engine engine, RequestReader reader, PersistedQueries persisted, KeptAnswers kept, ResponseWriter writer, RequestMetrics metrics,
            Limits limits, @ConfigProperty(name = "quarkus.smallrye-graphql.root-path") String path) {
        this.engine = engine;
        this.reader = reader;
        this.persisted = persisted;
        this.kept = kept;
        this.writer = writer;
        this.metrics = metrics;
        this.limits = limits;
        this.path = path;
        this.places = new Semaphore(limits.requests());
    }

    void open(@Observes Router router) {
        router.route(path).order(BEFORE_UPGRADE).handler(this::refuseUpgrade);
        router.route(path).order(BEFORE_FRAMEWORK).handler(BodyHandler.create(false).setBodyLimit(limits.body())).handler(this::admit)
                .blockingHandler(this::answer, false).failureHandler(this::failed);
    }

    /** A document that came over a WebSocket would be run by the framework's engine, past the limits and the list of documents. */
    private void refuseUpgrade(RoutingContext context) {
        boolean webSocket = context.request().headers().getAll(HttpHeaders.UPGRADE).stream()
                .anyMatch(protocol -> protocol.toLowerCase(Locale.ROOT).contains("websocket"));
        if (webSocket) {
            refuse(context, new RefusedException(400, ErrorCode.BAD_USER_INPUT,
                    "this service is not asked over a WebSocket; send the query by GET or POST"));
        } else {
            context.next();
        }
    }

    /** Lets in what can be answered now: the right method, and a free place. From here the time of the request runs. */
    private void admit(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (method != HttpMethod.GET && method != HttpMethod.POST) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, POST");
            refuse(context, new RefusedException(405, ErrorCode.METHOD_NOT_ALLOWED, "send the query by GET or POST"));
        } else if (kept.give(context)) {
            metrics.countKept();
            RequestLog.kept();
        } else if (!places.tryAcquire()) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
            refuse(context, new RefusedException(503, ErrorCode.UNAVAILABLE, "too many requests at once; try again in a moment"));
        } else {
            long timer = context.vertx().setTimer(limits.time().toMillis(), late -> fail(context, new TimeoutException()));
            context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
            context.next();
        }
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
            Answer answer = engine.answer(new Question(document, request.operationName(), request.variables(), request.readOnly()));
            long took = System.nanoTime() - began;
            WrittenAnswer written = writer.write(context, type, answer, took);
            if (written != null) {
                kept.keep(context, request, answer, written);
                metrics.count(answer, took);
                RequestLog.answered(document, answer, took);
            }
        } catch (RefusedException e) {
            refuse(context, e);
        } catch (RuntimeException | StackOverflowError e) {
            fail(context, e);
        } finally {
            places.release();
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
            refuse(context, new RefusedException(413, ErrorCode.COST_EXCEEDED,
                    "the body is larger than " + limits.body() + " bytes; send a smaller document, or by its hash"));
        } else {
            refuse(context, new RefusedException(400, ErrorCode.BAD_USER_INPUT, "the request cannot be read"));
        }
    }
}
