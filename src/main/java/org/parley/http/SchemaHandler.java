package org.parley.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.fault.ErrorCode;
import org.parley.graphql.Engine;
import org.parley.graphql.RequestLimits;
import org.parley.graphql.SchemaText;

/** Serves the schema as text. It is printed once, on the first request. */
@ApplicationScoped
class SchemaHandler {

    /** Before the framework's handler of the same path. */
    private static final int BEFORE_FRAMEWORK = -1;

    private final Engine engine;
    private final ResponseSerializer serializer;
    private final ResponseWriter writer;
    private final RequestAuthenticator authenticator;
    private final Clients clients;
    private final RequestLimits limits;
    private final String path;
    private volatile Map<Boolean, SerializedResponse> texts;

    SchemaHandler(Engine engine, ResponseSerializer serializer, ResponseWriter writer, RequestAuthenticator authenticator, Clients clients,
            RequestLimits limits, @ConfigProperty(name = "quarkus.smallrye-graphql.root-path") String path) {
        this.engine = engine;
        this.serializer = serializer;
        this.writer = writer;
        this.authenticator = authenticator;
        this.clients = clients;
        this.limits = limits;
        this.path = path + "/schema.graphql";
    }

    void open(@Observes Router router) {
        router.route(path).order(BEFORE_FRAMEWORK).handler(this::admit).blockingHandler(this::print, false);
    }

    private void admit(RoutingContext context) {
        if (!RequestMethods.isRead(context.request())) {
            context.response().putHeader(HttpHeaders.ALLOW, RequestMethods.READING);
            writer.reject(context,
                    new HttpRejectionException(405, ErrorCode.METHOD_NOT_ALLOWED, "Method not allowed. Read the schema by GET."));
        } else if (!limits.introspection()) {
            writer.reject(context,
                    new HttpRejectionException(403, ErrorCode.INTROSPECTION_DISABLED, "Introspection is disabled on this service."));
        } else {
            authenticator.authenticate(context, () -> count(context), rejection -> writer.reject(context, rejection));
        }
    }

    private void count(RoutingContext context) {
        context.request().resume();
        try {
            clients.of(context).count();
            clients.of(context).checkUnreadResponses();
            send(context);
        } catch (HttpRejectionException tooMany) {
            writer.reject(context, tooMany);
        }
    }

    private void send(RoutingContext context) throws HttpRejectionException {
        if (texts == null) {
            context.next();
        } else {
            writer.send(context, clients.of(context), texts.get(Compression.isAccepted(context.request())), null);
        }
    }

    /** Prints the schema on a worker thread, because this takes too long for an event loop. */
    private void print(RoutingContext context) {
        Buffer text = Buffer.buffer(SchemaText.of(engine.schema()));
        texts = Map.of(false, serializer.fixed("text/plain; charset=utf-8", text, false), true,
                serializer.fixed("text/plain; charset=utf-8", text, true));
        try {
            send(context);
        } catch (HttpRejectionException tooMany) {
            writer.reject(context, tooMany);
        }
    }
}
