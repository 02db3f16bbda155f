package org.parley.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.parley.fault.ErrorCode;

/** GraphQL over HTTP: reads the request, answers it on a worker thread, writes the response once. */
@ApplicationScoped
class Front {

    private static final Logger LOG = Logger.getLogger(Front.class);
    private static final String RESPONSE_TYPE = "application/graphql-response+json";
    private static final String JSON = "application/json";
    private static final long LARGEST_BODY = 1 << 20;
    /** Before the framework's own handlers of the same path. */
    private static final int BEFORE_FRAMEWORK = -1;

    private final Engine engine;
    private final ObjectMapper mapper;
    private final String path;

    Front(Engine engine, ObjectMapper mapper, @ConfigProperty(name = "quarkus.smallrye-graphql.root-path") String path) {
        this.engine = engine;
        this.mapper = mapper;
        this.path = path;
    }

    void open(@Observes Router router) {
        router.route(path + "/schema.graphql").order(BEFORE_FRAMEWORK).method(HttpMethod.GET).handler(this::schema);
        router.route(path).order(BEFORE_FRAMEWORK).handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY))
                .blockingHandler(this::answer, false);
    }

    private void schema(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8").end(SchemaText.of(engine.schema()));
    }

    private void answer(RoutingContext context) {
        if (context.request().method() != HttpMethod.POST) {
            context.response().putHeader(HttpHeaders.ALLOW, "POST");
            refuse(context, 405, "send the query by POST");
            return;
        }
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.split(";")[0].strip().equalsIgnoreCase(JSON)) {
            refuse(context, 415, "send the query as application/json");
            return;
        }
        Request request;
        try {
            request = Request.read(mapper, context.body().buffer());
        } catch (IOException e) {
            refuse(context, 400, "the body is no JSON object with a query: "
                    + (e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage()));
            return;
        }
        run(context, request);
    }

    private void run(RoutingContext context, Request request) {
        try {
            ExecutionResult result = engine.execute(request.query(), request.operationName(), request.variables());
            Map<String, Object> body = new LinkedHashMap<>();
            if (!result.getErrors().isEmpty()) {
                body.put("errors", result.getErrors().stream().map(Errors::shown).toList());
            }
            if (result.isDataPresent()) {
                body.put("data", result.getData());
            }
            write(context, result.isDataPresent() || !acceptsGraphQl(context) ? 200 : 400, body);
        } catch (RuntimeException e) {
            LOG.error("the request failed", e);
            write(context, 500, Map.of("errors", List.of(error("the service failed to answer", ErrorCode.INTERNAL))));
        }
    }

    private void refuse(RoutingContext context, int status, String message) {
        write(context, status, Map.of("errors", List.of(error(message, ErrorCode.BAD_USER_INPUT))));
    }

    private static Map<String, Object> error(String message, ErrorCode code) {
        return Map.of("message", message, "extensions", Map.of("code", code.name()));
    }

    private void write(RoutingContext context, int status, Map<String, Object> body) {
        try {
            Buffer bytes = Buffer.buffer(mapper.writeValueAsBytes(body));
            context.response().setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, (acceptsGraphQl(context) ? RESPONSE_TYPE : JSON) + "; charset=utf-8").end(bytes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean acceptsGraphQl(RoutingContext context) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(RESPONSE_TYPE);
    }

    /** What a client asks: a document, which of its operations, and the variables. */
    record Request(String query, String operationName, Map<String, Object> variables) {

        private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
        };

        static Request read(ObjectMapper mapper, Buffer body) throws IOException {
            Map<String, Object> object = body == null || body.length() == 0 ? null : mapper.readValue(body.getBytes(), OBJECT);
            if (object == null || !(object.get("query") instanceof String query)) {
                throw new IOException("it has no text under query");
            }
            if (!(object.get("operationName") == null || object.get("operationName") instanceof String)) {
                throw new IOException("operationName is no text");
            }
            if (!(object.get("variables") == null || object.get("variables") instanceof Map)) {
                throw new IOException("variables is no object");
            }
            return new Request(query, (String) object.get("operationName"), mapper.convertValue(object.get("variables"), OBJECT));
        }
    }
}
