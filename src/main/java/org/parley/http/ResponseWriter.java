package org.parley.http;

import io.quarkus.runtime.util.HashUtil;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.fault.ErrorCode;
import org.parley.fault.Failure;
import org.parley.graphql.Answer;
import org.parley.rights.Callers;

/**
 * Writes answers and refusals: the media type, the status that belongs to both, the body. A request is answered once: what comes after its
 * first answer is dropped, and each method tells whether it wrote.
 */
@Singleton
public class ResponseWriter {

    private static final String ANSWERED = "parley.answered";
    private static final int TAG_LENGTH = 24;
    /** A cache on the way may not give an answer to a client that asks for a later revision. */
    private static final String VARY = "accept, " + RevisionHeaders.LEAST.toLowerCase(Locale.ROOT);
    private static final Set<ErrorCode> AGAIN = Set.of(ErrorCode.UNAVAILABLE, ErrorCode.TIMEOUT, ErrorCode.REVISION_NOT_REACHED);
    private static final String RETRY_SECONDS = "1";

    private final AnswerJson json;
    private final RequestMetrics metrics;
    private final HttpConfig config;
    private final String caching;

    ResponseWriter(AnswerJson json, RequestMetrics metrics, HttpConfig config, Callers callers) {
        this.json = json;
        this.metrics = metrics;
        this.config = config;
        String age = config.maxAge() == 0 ? "no-cache" : "max-age=" + config.maxAge();
        this.caching = !callers.readingIsOpen() ? "private, " + age : config.maxAge() == 0 ? age : "public, " + age;
    }

    /** What was written; null where the request was answered before. */
    WrittenAnswer write(RoutingContext context, MediaType type, Answer answer, long nanos) throws RefusedException {
        Buffer bytes = json.of(answer);
        if (!isFirst(context)) {
            return null;
        }
        if (config.serverTiming()) {
            context.response().putHeader("Server-Timing",
                    String.format(Locale.ROOT, "total;dur=%.1f, sql;desc=\"%d statements\"", nanos / 1e6, answer.statements()));
        }
        WrittenAnswer written = new WrittenAnswer(type.header(), bytes, answer.isLasting() ? tag(context, bytes) : null, answer.revision());
        RevisionHeaders.tell(context.response(), answer.revision());
        if (written.tag() == null) {
            write(context, status(type, answer, context), written.type(), bytes);
        } else {
            writeTagged(context, written);
        }
        return written;
    }

    /** Gives an answer again. */
    void give(RoutingContext context, WrittenAnswer answer) {
        if (config.serverTiming()) {
            context.response().putHeader("Server-Timing", "kept");
        }
        RevisionHeaders.tell(context.response(), answer.revision());
        if (answer.tag() == null) {
            write(context, 200, answer.type(), answer.bytes());
        } else {
            writeTagged(context, answer);
        }
    }

    private static String tag(RoutingContext context, Buffer bytes) {
        return context.request().method() == HttpMethod.GET ? '"' + HashUtil.sha256(bytes.getBytes()).substring(0, TAG_LENGTH) + '"' : null;
    }

    private void writeTagged(RoutingContext context, WrittenAnswer answer) {
        context.response().putHeader(HttpHeaders.ETAG, answer.tag()).putHeader(HttpHeaders.VARY, VARY).putHeader(HttpHeaders.CACHE_CONTROL,
                caching);
        if (answer.tag().equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            write(context, 304, null, null);
        } else {
            write(context, 200, answer.type(), answer.bytes());
        }
    }

    /** A document that was not run is a 4xx, but to a client that takes plain JSON only: these expect a 200. */
    private static int status(MediaType type, Answer answer, RoutingContext context) {
        if (answer.hasError(ErrorCode.METHOD_NOT_ALLOWED)) {
            context.response().putHeader(HttpHeaders.ALLOW, "POST");
            return 405;
        }
        if (answer.hasError(ErrorCode.RATE_LIMITED)) {
            return 429;
        }
        if (!answer.hasData() && answer.codes().stream().anyMatch(AGAIN::contains)) {
            return 503;
        }
        return answer.hasData() || type == MediaType.JSON ? 200 : 400;
    }

    public boolean refuse(RoutingContext context, RefusedException refusal) {
        return tell(context, refusal.status(), refusal.getMessage(), Map.of("code", refusal.code().name()));
    }

    boolean fail(RoutingContext context, Failure failure) {
        int status = AGAIN.contains(failure.code()) ? 503 : failure.code() == ErrorCode.INTERNAL ? 500 : 400;
        return tell(context, status, failure.message(), failure.extensions());
    }

    private boolean tell(RoutingContext context, int status, String message, Map<String, Object> extensions) {
        Buffer bytes = json.of(message, extensions);
        boolean first = isFirst(context);
        if (first) {
            write(context, status, anyType(context).header(), bytes);
        }
        return first;
    }

    /** Whether the client has been told something. */
    boolean hasAnswered(RoutingContext context) {
        synchronized (context) {
            return context.data().containsKey(ANSWERED);
        }
    }

    /** The worker that answers and the clock that says that it is late may both want to. */
    private static boolean isFirst(RoutingContext context) {
        synchronized (context) {
            return context.data().putIfAbsent(ANSWERED, true) == null;
        }
    }

    private static MediaType anyType(RoutingContext context) {
        try {
            return MediaType.accepted(context);
        } catch (RefusedException acceptsNeither) {
            return MediaType.JSON;
        }
    }

    /** Without a body where there are no bytes. */
    private void write(RoutingContext context, int status, CharSequence type, Buffer bytes) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        metrics.countResponse(status);
        response.setStatusCode(status);
        if ((status == 429 || status == 503) && !response.headers().contains(HttpHeaders.RETRY_AFTER)) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (bytes == null) {
            response.end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, type).end(bytes);
        }
    }
}
