package org.parley.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.parley.change.CurrentRevision;
import org.parley.change.CurrentRevision.Known;
import org.parley.graphql.GraphQlResponse;

/**
 * Caches serialized responses by request while the record does not change, as far as was seen within the last second. Requests are equal if
 * their bytes and relevant headers are; they are not parsed.
 */
@Singleton
class ResponseCache {

    /** Overhead of an entry beside its bytes. */
    private static final int MIN_WEIGHT = 500;

    /** A request as received. Each byte of the body is one character, because the JVM hashes strings faster than arrays. */
    private record Key(HttpMethod method, String accept, String type, String address, String body, boolean gzip) {

        static Key of(RoutingContext context) {
            HttpServerRequest request = context.request();
            String page = context.get(PAGE);
            if (page != null) {
                return new Key(HttpMethod.GET, null, null, page, null, Compression.isAccepted(request));
            }
            Buffer body = BodyReader.body(context);
            return new Key(request.method(), request.getHeader(HttpHeaders.ACCEPT), ContentType.of(request), request.query(),
                    body == null ? null : body.toString(StandardCharsets.ISO_8859_1), Compression.isAccepted(request));
        }

        private int weight() {
            return length(accept) + length(type) + length(address) + length(body);
        }

        private static int length(String text) {
            return text == null ? 0 : text.length();
        }
    }

    /** A cached response, and the connection that observed the record's revision. */
    private record CachedResponse(long connection, SerializedResponse answer) {

        /** Whether the response is of the current revision or a later one, and at least of the required one. */
        private boolean isCurrent(Known known, long minRevision) {
            return connection == known.connection() && answer.revision() >= Math.max(known.revision(), minRevision);
        }
    }

    /** The key for the response to a request that was not found in the cache. */
    private record Slot(Key key, long connection) {}

    /** Key of the page in the routing context. No query string begins as it does, so that no other request has its key. */
    private static final String PAGE = "parley.cached-page";
    private static final String NO_QUERY = " ";

    /** Key of the slot in the routing context. */
    private static final String SLOT = "parley.cache-slot";

    private final Cache<Key, CachedResponse> cache;
    private final CurrentRevision current;
    private final ResponseWriter writer;
    private final Clients clients;

    ResponseCache(HttpConfig config, CurrentRevision current, ResponseWriter writer, Clients clients) {
        this.current = current;
        this.clients = clients;
        this.writer = writer;
        this.cache = config.responseCacheBytes() == 0 ? null : Caffeine.newBuilder().maximumWeight(config.responseCacheBytes())
                .weigher((Key key, CachedResponse cached) -> MIN_WEIGHT + key.weight() + cached.answer().bytes().length()).build();
    }

    /**
     * Sends the cached response if there is one of at least that revision. Runs on the event loop, as this takes no longer than a switch to
     * a worker.
     */
    boolean serve(RoutingContext context, long minRevision) throws HttpRejectionException {
        Optional<Known> known = cache == null ? Optional.empty() : current.known();
        if (known.isEmpty()) {
            return false;
        }
        Key key = Key.of(context);
        CachedResponse found = cache.getIfPresent(key);
        if (found == null || !found.isCurrent(known.get(), minRevision)) {
            context.put(SLOT, new Slot(key, known.get().connection()));
            return false;
        }
        Client client = clients.of(context);
        client.countCached();
        writer.sendCached(context, client, found.answer());
        return true;
    }

    /** Lets the response to this request be the same for all requests for that page. */
    static void setPage(RoutingContext context, String key) {
        context.put(PAGE, NO_QUERY + key);
    }

    /** Caches a page until the record changes. */
    void store(RoutingContext context, int status, SerializedResponse written) {
        Slot slot = context.get(SLOT);
        if (slot != null && status == 200 && written.revision() >= 0) {
            cache.put(slot.key(), new CachedResponse(slot.connection(), written));
        }
    }

    /** Caches a response until the record changes. */
    void store(RoutingContext context, RequestParameters request, GraphQlResponse response, SerializedResponse written) {
        Slot slot = context.get(SLOT);
        if (slot != null && response.isCacheable() && response.revision() >= 0 && !request.registers()) {
            cache.put(slot.key(), new CachedResponse(slot.connection(), written));
        }
    }
}
