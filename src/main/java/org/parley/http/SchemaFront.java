package org.parley.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.fault.ErrorCode;
import org.parley.graphql.Engine;
import org.parley.graphql.Limits;
import org.parley.graphql.SchemaText;

/** Where the schema is read as a text. It is printed once, when it is first asked for. */
@ApplicationScoped
class SchemaFront {

    /** Before the framework's own handler of the same path. */
    private static final int BEFORE_FRAMEWORK = -1;

    private final Engine engine;
    private final ResponseWriter writer;
    private final RequestMetrics metrics;
    private final Gate gate;
    private final Limits limits;
    private final String path;
    private volatile String text;

    SchemaFront(Engine engine, ResponseWriter writer, RequestMetrics metrics, Gate gate, Limits limits,
            @ConfigProperty(name = "quarkus.smallrye-graphql.root-path") String path) {
        this.engine = engine;
        this.writer = writer;
        this.metrics = metrics;
        this.gate = gate;
        this.limits = limits;
        this.path = path + "/schema.graphql";
    }

    void open(@Observes Router router) {
        router.route(path).order(BEFORE_FRAMEWORK).handler(this::admit).blockingHandler(this::answer, false);
    }

    private void admit(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            writer.refuse(context, new RefusedException(405, ErrorCode.METHOD_NOT_ALLOWED, "read the schema by GET"));
        } else if (!limits.introspection()) {
            writer.refuse(context, new RefusedException(403, ErrorCode.INTROSPECTION_DISABLED, "this service does not give its schema"));
        } else {
            gate.pass(context, () -> give(context), refusal -> writer.refuse(context, refusal));
        }
    }

    private void give(RoutingContext context) {
        if (text == null) {
            context.next();
        } else {
            write(context);
        }
    }

    /** On a worker thread: printing takes longer than those that serve everyone may be kept. */
    private void answer(RoutingContext context) {
        text = SchemaText.of(engine.schema());
        write(context);
    }

    private void write(RoutingContext context) {
        metrics.countResponse(200);
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8").end(text);
    }
}
