package org.parley.websocket;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.fault.ErrorCode;
import org.parley.http.Client;
import org.parley.http.Clients;
import org.parley.http.HttpRejectionException;
import org.parley.http.RequestAuthenticator;
import org.parley.http.ResponseWriter;

/** Accepts WebSockets on the path of GraphQL. */
@ApplicationScoped
class WebSocketHandler {

    private final ConnectionServices services;
    private final RequestAuthenticator authenticator;
    private final ResponseWriter writer;
    private final Clients clients;
    private final String path;
    private final OpenConnections connections;

    WebSocketHandler(ConnectionServices services, OpenConnections connections, RequestAuthenticator authenticator, ResponseWriter writer,
            Clients clients, @ConfigProperty(name = "quarkus.smallrye-graphql.root-path") String path) {
        this.services = services;
        this.connections = connections;
        this.clients = clients;
        this.authenticator = authenticator;
        this.writer = writer;
        this.path = path;
    }

    /** Handles upgrades before the handler of other requests to the same path. */
    void open(@Observes Router router) {
        router.get(path).order(RequestAuthenticator.ORDER - 1).handler(this::admit);
    }

    private void admit(RoutingContext context) {
        if (!isWebSocketUpgrade(context.request().headers())) {
            context.next();
            return;
        }
        try {
            connections.checkCapacity();
        } catch (HttpRejectionException e) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
            reject(context, e);
            return;
        }
        if (context.request().getHeader(HttpHeaders.AUTHORIZATION) == null) {
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
            client.acquireStream();
        } catch (HttpRejectionException e) {
            reject(context, e);
            return;
        }
        UpgradedRequest request = UpgradedRequest.of(context.request());
        context.request().toWebSocket().onSuccess(accepted -> {
            WebSocketConnection connection = new WebSocketConnection(context.vertx(), accepted, context.request().connection(),
                    services.messages());
            String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
            WebSocketSession socket = new WebSocketSession(services, connection, context.vertx(), authorization,
                    RequestAuthenticator.identity(context), client, closed -> {
                        connections.remove(closed, client);
                        request.end();
                    });
            connections.add(socket);
            socket.open();
        }).onFailure(broken -> {
            client.releaseStream();
            reject(context, new HttpRejectionException(400, ErrorCode.BAD_USER_INPUT, "Invalid WebSocket handshake."));
        });
    }
}
