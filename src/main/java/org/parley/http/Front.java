package org.parley.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.fault.ErrorCode;
import org.parley.fault.Failure;
import org.parley.graphql.Answer;
import org.parley.graphql.Engine;
import org.parley.graphql.Limits;
import org.parley.graphql.Question;
import org.parley.graphql.SchemaText;

/** Where the service is asked: opens its paths, and takes each request through reading, answering and writing. */
@ApplicationScoped
class Front {

    /** Before the framework's own handlers of the same paths. */
    private static final int BEFORE_FRAMEWORK = -1;

    private final Engine engine;
    private final RequestReader reader;
    private final PersistedQueries persisted;
    private final ResponseWriter writer;
    private final RequestMetrics metrics;
    private final Limits limits;
    private final String path;
    private final Semaphore places;

    Front(Engine engine, RequestReader reader, PersistedQueries persisted, ResponseWriter writer, RequestMetrics metrics, Limits limits,
            @ConfigProperty(name = "quarkus.smallrye-graphql.root-path") String path) {
        this.engine = engine;
        this.reader = reader;
        this.persisted = persisted;
        this.writer = writer;
        this.metrics = metrics;
        this.limits = limits;
        this.path = path;
        this.places = new Semaphore(limits.requests());
    }

    void open(@Observes Router router) {
        router.route(path + "/schema.graphql").order(BEFORE_FRAMEWORK).handler(this::schema);
        router.route(path).order(BEFORE_FRAMEWORK).handler(BodyHandler.create(false).setBodyLimit(limits.body())).handler(this::admit)
                .blockingHandler(this::answer, false).failureHandler(this::failed);
    }

    private void schema(RoutingContext context) {
        if (!limits.introspection()) {
            writer.refuse(context, new RefusedException(403, ErrorCode.INTROSPECTION_DISABLED, "this service does not give its schema"));
            return;
        }
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8").end(SchemaText.of(engine.schema()));
    }

    /** Lets in what can be answered now: the right method, and a free place. */
    private void admit(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (method != HttpMethod.GET && method != HttpMethod.POST) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, POST");
            writer.refuse(context, new RefusedException(405, ErrorCode.METHOD_NOT_ALLOWED, "send the query by GET or POST"));
        } else if (!places.tryAcquire()) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
            writer.refuse(context, new RefusedException(503, ErrorCode.UNAVAILABLE, "too many requests at once; try again in a moment"));
        } else {
            context.addEndHandler(ended -> places.release());
            context.next();
        }
    }

    private void answer(RoutingContext context) {
        long began = System.nanoTime();
        try {
            MediaType type = MediaType.accepted(context);
            Request request = reader.read(context);
            String document = persisted.document(request);
            Answer answer = engine.answer(new Question(document, request.operationName(), request.variables(), request.readOnly()));
            long took = System.nanoTime() - began;
            writer.write(context, type, answer, took);
            metrics.count(answer, took);
            RequestLog.answered(document, answer, took);
        } catch (RefusedException e) {
            writer.refuse(context, e);
            RequestLog.refused(e);
        } catch (RuntimeException e) {
            writer.fail(context, Failure.of(e, () -> "a request"));
        }
    }

    private void failed(RoutingContext context) {
        if (context.statusCode() == 413) {
            writer.refuse(context, new RefusedException(413, ErrorCode.COST_EXCEEDED,
                    "the body is larger than " + limits.body() + " bytes; send a smaller document, or by its hash"));
        } else if (context.failure() == null) {
            writer.refuse(context, new RefusedException(context.statusCode(), ErrorCode.BAD_USER_INPUT, "the request cannot be read"));
        } else {
            writer.fail(context, Failure.of(context.failure(), () -> "a request"));
        }
    }
}
