package org.parley.websocket;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.auth.TokenAuthenticator;
import org.parley.fault.ErrorCode;
import org.parley.graphql.RequestLimits;
import org.parley.http.BufferLimits;
import org.parley.http.Client;
import org.parley.http.Clients;
import org.parley.http.ConcurrencyLimit;
import org.parley.http.HttpRejectionException;
import org.parley.http.RequestAuthenticator;
import org.parley.http.ResponseWriter;

/** Accepts WebSockets on the path of GraphQL, and drains them when this replica shuts down. */
@ApplicationScoped
class WebSocketHandler {

    private final ConnectionServices services;
    private final RequestAuthenticator authenticator;
    private final ResponseWriter writer;
    private final Clients clients;
    private final String path;
    private final Set<WebSocketSession> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean draining;

    WebSocketHandler(WebSocketConfig config, RequestLimits limits, Clock clock, TokenAuthenticator callers, MessageCodec messages,
            OperationRunner runner, ChangeFeed feed, ConcurrencyLimit concurrency, WebSocketMetrics metrics,
            RequestAuthenticator authenticator, ResponseWriter writer, Clients clients, BufferLimits bytes,
            @ConfigProperty(name = "quarkus.smallrye-graphql.root-path") String path) {
        this.services = new ConnectionServices(config, limits, clock, callers, authenticator, messages, runner, feed, concurrency, bytes,
                metrics);
        this.clients = clients;
        this.authenticator = authenticator;
        this.writer = writer;
        this.path = path;
        metrics.watchConnections(sockets::size);
    }

    /** Handles upgrades before the handler of other requests to the same path. */
    void open(@Observes Router router) {
        router.get(path).order(RequestAuthenticator.ORDER - 1).handler(this::admit);
    }

    private void admit(RoutingContext context) {
        if (!isWebSocketUpgrade(context.request().headers())) {
            context.next();
        } else if (draining || sockets.size() >= services.config().connections()) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
            reject(context,
                    new HttpRejectionException(503, ErrorCode.UNAVAILABLE, "This replica accepts no more WebSockets. Retry in a moment."));
        } else if (context.request().getHeader(HttpHeaders.AUTHORIZATION) == null) {
            upgrade(context);
        } else {
            authenticator.authenticate(context, () -> upgrade(context), rejection -> reject(context, rejection));
        }
    }

    private static boolean isWebSocketUpgrade(MultiMap headers) {
        return headers.contains(HttpHeaders.UPGRADE) && headers.getAll(HttpHeaders.UPGRADE).stream()
                .anyMatch(protocol -> protocol.toLowerCase(Locale.ROOT).contains("websocket"));
    }

    private void reject(RoutingContext context, HttpRejectionException rejection) {
        context.request().resume();
        if (writer.reject(context, rejection)) {
            services.runner().count(rejection);
        }
    }

    private void upgrade(RoutingContext context) {
        Client client = clients.of(context);
        try {
            client.count();
            client.acquireWebSocket();
        } catch (HttpRejectionException e) {
            reject(context, e);
            return;
        }
        context.request().toWebSocket().onSuccess(accepted -> {
            WebSocketConnection connection = new WebSocketConnection(context.vertx(), accepted, context.request().connection());
            String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
            WebSocketSession socket = new WebSocketSession(services, connection, context.vertx(), authorization,
                    RequestAuthenticator.identity(context), client, closed -> remove(closed, client));
            sockets.add(socket);
            socket.open();
        }).onFailure(broken -> {
            client.releaseWebSocket();
            reject(context, new HttpRejectionException(400, ErrorCode.BAD_USER_INPUT, "Invalid WebSocket handshake."));
        });
    }

    private void remove(WebSocketSession socket, Client client) {
        if (sockets.remove(socket)) {
            client.releaseWebSocket();
        }
    }

    /** Drains the connections while readiness is already down, so that the clients connect to other replicas. */
    void drain(@Observes ShutdownDelayInitiatedEvent shutdown) {
        drain();
    }

    void drain(@Observes ShutdownEvent shutdown) {
        drain();
    }

    private void drain() {
        draining = true;
        sockets.forEach(WebSocketSession::drain);
    }
}
