package org.parley.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
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

    /** How long a client whose request was refused may go on sending before it is cut off. */
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
    private final Clients clients;
    private final BodyReader bodies;

    Front(Engine engine, RequestReader reader, PersistedQueries persisted, KeptAnswers kept, ResponseWriter writer, Gate gate,
            RequestMetrics metrics, Places places, Limits limits, Clients clients, BodyReader bodies,
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
        this.clients = clients;
        this.bodies = bodies;
    }

    void open(@Observes Router router) {
        router.route(path).order(Gate.ORDER).handler(this::admit).blockingHandler(this::answer, false).failureHandler(this::failed);
    }

    private void admit(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (method != HttpMethod.GET && method != HttpMethod.POST) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, POST");
            refuse(context, new RefusedException(405, ErrorCode.METHOD_NOT_ALLOWED, "send the query by GET or POST"));
        } else {
            context.request().pause();
            gate.pass(context, () -> bodies.read(context, () -> place(context), refusal -> refuse(context, refusal)),
                    refusal -> refuseToken(context, refusal));
        }
    }

    /** Checking tokens costs time, so refused ones count against the rate of their address. */
    private void refuseToken(RoutingContext context, RefusedException refusal) {
        try {
            clients.of(context).count();
            refuse(context, refusal);
        } catch (RefusedException tooMany) {
            refuse(context, tooMany);
        }
    }

    /** Gives the answer where it is kept; else the request waits for its turn. From here its time runs. */
    private void place(RoutingContext context) {
        try {
            long least = RevisionHeaders.least(context.request());
            context.put(LEAST, least);
            place(context, least);
        } catch (RefusedException e) {
            refuse(context, e);
        }
    }

    private void place(RoutingContext context, long least) throws RefusedException {
        if (kept.give(context, least)) {
            metrics.countKept();
            RequestLog.kept();
        } else {
            Context thread = context.vertx().getOrCreateContext();
            clients.of(context).enter(() -> {
                if (Context.isOnEventLoopThread() && Vertx.currentContext() == thread) {
                    begin(context);
                } else {
                    thread.runOnContext(turn -> begin(context));
                }
            });
            if (!writer.hasAnswered(context)) {
                long timer = context.vertx().setTimer(limits.time().toMillis(), late -> fail(context, late(context)));
                context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
            }
        }
    }

    /** It is the client's turn; what it waits for no longer is not begun. */
    private void begin(RoutingContext context) {
        if (writer.hasAnswered(context) || context.response().closed()) {
            clients.of(context).leave();
        } else if (!places.take()) {
            refuse(context, Places.taken());
            clients.of(context).leave();
        } else {
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
            Answer answer = engine.answer(new Question(document, request.operationName(), request.variables(), request.readOnly(), caller,
                    clients.of(context).share(), context.get(LEAST)));
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
            clients.of(context).leave();
        }
    }

    /** A client that goes on sending is cut off after a while: what is not read cannot be told from the next request. */
    private void refuse(RoutingContext context, RefusedException refusal) {
        HttpServerRequest request = context.request();
        if (isSending(request)) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.vertx().setTimer(LINGER_MILLIS, late -> hangUp(request));
        }
        request.resume();
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

    private static boolean isSending(HttpServerRequest request) {
        boolean hasBody = request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || !"0".equals(request.headers().get(HttpHeaders.CONTENT_LENGTH)) && request.headers().contains(HttpHeaders.CONTENT_LENGTH);
        return hasBody && !request.isEnded();
    }

    /** What fails outside `answer` is a request that cannot be read. */
    private void failed(RoutingContext context) {
        refuse(context, new RefusedException(400, ErrorCode.BAD_USER_INPUT, "the request cannot be read"));
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
