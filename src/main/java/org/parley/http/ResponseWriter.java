package org.parley.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.auth.TokenAuthenticator;
import org.parley.fault.ClientError;
import org.parley.graphql.GraphQlResponse;
import org.parley.graphql.ResponseMemory;

/**
 * Writes responses and rejections to HTTP: status, headers and body. Only the first response to a request is sent; each method returns
 * whether it was the first.
 */
@Singleton
public class ResponseWriter {

    private static final String RESPONDED = "parley.responded";
    private static final String SENT = "parley.sent";
    /** Caches must not send a response to a client that requires a later revision. */
    private static final String VARY = "accept, accept-encoding, " + RevisionHeaders.MIN_REVISION.toLowerCase(Locale.ROOT);
    private static final String RETRY_SECONDS = "1";

    private final ResponseJson json;
    private final RequestMetrics metrics;
    private final BufferLimits bytes;
    private final Clients clients;
    private final HttpConfig config;
    private final String cacheControl;
    private final String vary;

    ResponseWriter(ResponseJson json, RequestMetrics metrics, BufferLimits bytes, Clients clients, HttpConfig config,
            TokenAuthenticator callers, @ConfigProperty(name = "quarkus.http.cors.enabled") boolean otherOrigins) {
        this.vary = VARY + (otherOrigins ? ", origin" : "");
        this.json = json;
        this.metrics = metrics;
        this.bytes = bytes;
        this.clients = clients;
        this.config = config;
        String age = config.maxAge() == 0 ? "no-cache" : "max-age=" + config.maxAge();
        this.cacheControl = !callers.readingIsOpen() ? "private, " + age : config.maxAge() == 0 ? age : "public, " + age;
    }

    /**
     * Sends a response whose bytes are counted in `memory`. Returns false if the request was responded to before. The response to a
     * mutation is not limited: its change is committed.
     */
    boolean write(RoutingContext context, MediaType type, GraphQlResponse answer, SerializedResponse written, long nanos,
            ResponseMemory.Part memory) throws HttpRejectionException {
        memory.shrink(written.bytes().length());
        ByteReservation reservation = bytes.forResponse(clients.of(context), answer, written.bytes().length());
        if (!claim(context)) {
            reservation.release();
            return false;
        }
        if (config.serverTiming()) {
            context.response().putHeader("Server-Timing",
                    String.format(Locale.ROOT, "total;dur=%.1f, sql;desc=\"%d statements\"", nanos / 1e6, answer.statements()));
        }
        RevisionHeaders.set(context.response(), answer.revision());
        write(context, ResponseStatus.of(type, answer), written, reservation);
        return true;
    }

    /** Sends a page whose bytes are counted in `memory`. Returns false if the request was responded to before. */
    boolean write(RoutingContext context, int status, SerializedResponse page, ResponseMemory.Part memory) throws HttpRejectionException {
        memory.shrink(page.bytes().length());
        ByteReservation reservation = bytes.forResponse(clients.of(context));
        reservation.reserve(page.bytes().length());
        if (!claim(context)) {
            reservation.release();
            return false;
        }
        RevisionHeaders.set(context.response(), page.revision());
        write(context, status, page, reservation);
        return true;
    }

    /** Sends a page that states an error. */
    boolean fail(RoutingContext context, PageContent page) {
        return reject(context, page.status(), page.type(), Buffer.buffer(page.text()), page.headers());
    }

    /** Sends a response from the cache. */
    void sendCached(RoutingContext context, Client client, SerializedResponse answer) throws HttpRejectionException {
        send(context, client, answer, "cached");
    }

    /** Sends a serialized response. The header Server-Timing is `timing` unless that is null. */
    void send(RoutingContext context, Client client, SerializedResponse answer, String timing) throws HttpRejectionException {
        ByteReservation reservation = bytes.forResponse(client);
        reservation.reserve(answer.bytes().length());
        if (timing != null && config.serverTiming()) {
            context.response().putHeader("Server-Timing", timing);
        }
        RevisionHeaders.set(context.response(), answer.revision());
        write(context, 200, answer, reservation);
    }

    /** Sends a response, or status 304 if the client has it already. */
    private void write(RoutingContext context, int status, SerializedResponse answer, ByteReservation reservation) {
        if (!answer.headers().isEmpty()) {
            answer.headers().forEach(context.response()::putHeader);
        }
        if (answer.encoding() != null) {
            context.response().putHeader(HttpHeaders.CONTENT_ENCODING, answer.encoding());
        }
        if (answer.tag() != null) {
            context.response().putHeader(HttpHeaders.ETAG, answer.tag()).putHeader(HttpHeaders.VARY, vary)
                    .putHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
            if (answer.tag().equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
                write(context, 304, null, null, reservation);
                return;
            }
        } else if (RequestMethods.isRead(context.request())) {
            forbidCaching(context);
        }
        write(context, status, answer.type(), answer.bytes(), reservation);
    }

    /** Prevents caches from keeping a response, which some would do for a while if it said nothing. */
    private void forbidCaching(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store").putHeader(HttpHeaders.VARY, vary);
    }

    public boolean reject(RoutingContext context, HttpRejectionException rejection) {
        return writeError(context, rejection.status(), rejection.getMessage(), Map.of("code", rejection.code().name()));
    }

    public boolean fail(RoutingContext context, ClientError failure) {
        return writeError(context, ResponseStatus.of(Set.of(failure.code())), failure.message(), failure.extensions());
    }

    private boolean writeError(RoutingContext context, int status, String message, Map<String, Object> extensions) {
        return reject(context, status, json.of(message, extensions));
    }

    /** Sends a response that consists of errors. */
    public boolean reject(RoutingContext context, int status, Buffer body) {
        return reject(context, status, typeOrDefault(context).header(), body, Map.of());
    }

    private boolean reject(RoutingContext context, int status, CharSequence type, Buffer body, Map<String, String> headers) {
        boolean claimed = claim(context);
        if (claimed) {
            ByteReservation reservation = bytes.forResponse(clients.of(context));
            reservation.forceReserve(body.length());
            if (!context.response().headWritten()) {
                forbidCaching(context);
                headers.forEach(context.response()::putHeader);
            }
            write(context, status, type, body, reservation);
        }
        return claimed;
    }

    /** Claims the response for a stream. Returns false if the request was responded to before. */
    boolean claimStream(RoutingContext context) {
        boolean claimed = claim(context) && !context.response().closed();
        if (claimed) {
            metrics.countResponse(200);
            forbidCaching(context);
        }
        return claimed;
    }

    /** Whether a response was started. */
    boolean hasResponded(RoutingContext context) {
        synchronized (context) {
            return context.data().containsKey(RESPONDED);
        }
    }

    /** Claims the response: the worker and the timeout compete for it. */
    private static boolean claim(RoutingContext context) {
        synchronized (context) {
            return context.data().putIfAbsent(RESPONDED, true) == null;
        }
    }

    private static MediaType typeOrDefault(RoutingContext context) {
        try {
            MediaType type = MediaType.accepted(context);
            return type == MediaType.GRAPHQL ? type : MediaType.JSON;
        } catch (HttpRejectionException acceptsNeither) {
            return MediaType.JSON;
        }
    }

    /**
     * Sends a response, without a body if it is null.
     *
     * @param reservation released when the client has received the bytes or has disconnected
     */
    private void write(RoutingContext context, int status, CharSequence type, Buffer body, ByteReservation reservation) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            reservation.release();
            return;
        }
        metrics.countResponse(status);
        response.setStatusCode(status);
        if ((status == 429 || status == 503) && !response.headers().contains(HttpHeaders.RETRY_AFTER)) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (status == 405 && !response.headers().contains(HttpHeaders.ALLOW)) {
            response.putHeader(HttpHeaders.ALLOW, "POST");
        }
        if (body != null && context.request().method() == HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        }
        Future<Void> received = body == null ? response.end() : response.putHeader(HttpHeaders.CONTENT_TYPE, type).end(body);
        context.put(SENT, received.onComplete(done -> reservation.release()));
    }

    /** Runs `done` when the response was received or the connection closed; at once if nothing is sent. */
    void whenSent(RoutingContext context, Runnable done) {
        Future<Void> sent = context.get(SENT);
        if (sent == null) {
            done.run();
        } else {
            sent.onComplete(received -> done.run());
        }
    }
}
