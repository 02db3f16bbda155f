package org.parley.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.fault.ErrorCode;
import org.parley.fault.Failure;
import org.parley.graphql.Answer;

/** Writes answers and refusals: the media type, the status that belongs to both, the body once. */
@ApplicationScoped
class ResponseWriter {

    private final ObjectMapper mapper;
    private final HttpConfig config;

    ResponseWriter(ObjectMapper mapper, HttpConfig config) {
        this.mapper = mapper;
        this.config = config;
    }

    void write(RoutingContext context, MediaType type, Answer answer, long nanos) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (!answer.errors().isEmpty()) {
            body.put("errors", answer.errors());
        }
        if (answer.hasData()) {
            body.put("data", answer.data());
        }
        if (config.serverTiming()) {
            context.response().putHeader("Server-Timing",
                    String.format(Locale.ROOT, "total;dur=%.1f, sql;desc=\"%d statements\"", nanos / 1e6, answer.statements()));
        }
        write(context, status(type, answer, context), type, body);
    }

    /** A document that was not run is a 4xx, but to a client that takes plain JSON only: these expect a 200. */
    private static int status(MediaType type, Answer answer, RoutingContext context) {
        if (answer.hasError(ErrorCode.METHOD_NOT_ALLOWED)) {
            context.response().putHeader(HttpHeaders.ALLOW, "POST");
            return 405;
        }
        return answer.hasData() || type == MediaType.JSON ? 200 : 400;
    }

    void refuse(RoutingContext context, RefusedException refusal) {
        write(context, refusal.status(), anyType(context),
                Map.of("errors", List.of(error(refusal.getMessage(), Map.of("code", refusal.code().name())))));
    }

    void fail(RoutingContext context, Failure failure) {
        int status = ErrorCode.INTERNAL.name().equals(failure.extensions().get("code")) ? 500 : 503;
        write(context, status, anyType(context), Map.of("errors", List.of(error(failure.message(), failure.extensions()))));
    }

    private static MediaType anyType(RoutingContext context) {
        try {
            return MediaType.accepted(context);
        } catch (RefusedException acceptsNeither) {
            return MediaType.JSON;
        }
    }

    private static Map<String, Object> error(String message, Map<String, Object> extensions) {
        return Map.of("message", message, "extensions", extensions);
    }

    private void write(RoutingContext context, int status, MediaType type, Map<String, Object> body) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        try {
            Buffer bytes = Buffer.buffer(mapper.writeValueAsBytes(body));
            context.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, type.header()).end(bytes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
