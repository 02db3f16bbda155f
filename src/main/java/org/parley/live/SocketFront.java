package org.parley.live;

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
import org.parley.fault.ErrorCode;
import org.parley.graphql.Limits;
import org.parley.http.BufferedBytes;
import org.parley.http.Client;
import org.parley.http.Clients;
import org.parley.http.Gate;
import org.parley.http.Places;
import org.parley.http.RefusedException;
import org.parley.http.ResponseWriter;
import org.parley.rights.Callers;

/** Where clients connect to stay: takes the WebSockets of GraphQL's own path, and sends all away when this replica goes. */
@ApplicationScoped
class SocketFront {

    private final Means means;
    private final Gate gate;
    private final ResponseWriter writer;
    private final Clients clients;
    private final String path;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean leaving;

    SocketFront(LiveConfig config, Limits limits, Clock clock, Callers callers, Messages messages, Asking asking, Feed feed, Places places,
            LiveMetrics metrics, Gate gate, ResponseWriter writer, Clients clients, BufferedBytes bytes,
            @ConfigProperty(name = "quarkus.smallrye-graphql.root-path") String path) {
        this.means = new Means(config, limits, clock, callers, messages, asking, feed, places, bytes, metrics);
        this.clients = clients;
        this.gate = gate;
        this.writer = writer;
        this.path = path;
        metrics.watchConnections(sockets::size);
    }

    /** Before the body of a request of the same path is read. */
    void open(@Observes Router router) {
        router.get(path).order(Gate.ORDER - 1).handler(this::admit);
    }

    private void admit(RoutingContext context) {
        if (!stays(context.request().headers())) {
            context.next();
        } else if (leaving || sockets.size() >= means.config().connections()) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
            refuse(context,
                    new RefusedException(503, ErrorCode.UNAVAILABLE, "this replica takes no more connections; try again in a moment"));
        } else if (context.request().getHeader(HttpHeaders.AUTHORIZATION) == null) {
            upgrade(context);
        } else {
            context.request().pause();
            gate.pass(context, () -> upgrade(context), refusal -> refuse(context, refusal));
        }
    }

    private static boolean stays(MultiMap headers) {
        return headers.contains(HttpHeaders.UPGRADE) && headers.getAll(HttpHeaders.UPGRADE).stream()
                .anyMatch(protocol -> protocol.toLowerCase(Locale.ROOT).contains("websocket"));
    }

    private void refuse(RoutingContext context, RefusedException refusal) {
        context.request().resume();
        if (writer.refuse(context, refusal)) {
            means.asking().count(refusal);
        }
    }

    private void upgrade(RoutingContext context) {
        Client client = clients.of(context);
        if (!client.takeSocket()) {
            refuse(context, Client.tooManySockets());
            return;
        }
        context.request().toWebSocket().onSuccess(accepted -> {
            Wire wire = new Wire(context.vertx(), accepted, context.request().connection());
            String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
            Socket socket = new Socket(means, wire, context.vertx(), authorization, Gate.identity(context), client,
                    gone -> leave(gone, client));
            sockets.add(socket);
            socket.open();
        }).onFailure(broken -> {
            client.freeSocket();
            refuse(context, new RefusedException(400, ErrorCode.BAD_USER_INPUT, "this is no handshake of a WebSocket"));
        });
    }

    private void leave(Socket socket, Client client) {
        if (sockets.remove(socket)) {
            client.freeSocket();
        }
    }

    /** While readiness says no, so that those who are sent away go to another replica. */
    void leave(@Observes ShutdownDelayInitiatedEvent going) {
        leave();
    }

    void leave(@Observes ShutdownEvent going) {
        leave();
    }

    private void leave() {
        leaving = true;
        sockets.forEach(Socket::leave);
    }
}
