package org.parley.websocket;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.http.Client;
import org.parley.http.Clients;
import org.parley.http.EventStreamRequests;
import org.parley.http.HttpRejectionException;
import org.parley.http.RequestAuthenticator;
import org.parley.http.ResponseWriter;

/** Answers requests on the path of GraphQL that accept an event stream. */
@ApplicationScoped
class EventStreamHandler {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final ConnectionServices services;
    private final OpenConnections connections;
    private final EventStreamRequests requests;
    private final ResponseWriter writer;
    private final Clients clients;
    private final String path;

    EventStreamHandler(ConnectionServices services, OpenConnections connections, EventStreamRequests requests, ResponseWriter writer,
            Clients clients, @ConfigProperty(name = "quarkus.smallrye-graphql.root-path") String path) {
        this.services = services;
        this.connections = connections;
        this.requests = requests;
        this.writer = writer;
        this.clients = clients;
        this.path = path;
    }

    /** Handles these requests after upgrades to WebSockets, and before all others to the same path. */
    void open(@Observes Router router) {
        for (HttpMethod method : new HttpMethod[]{HttpMethod.GET, HttpMethod.POST}) {
            router.route(method, path).order(RequestAuthenticator.ORDER - 1).handler(this::admit);
        }
    }

    private void admit(RoutingContext context) {
        if (EventStreamRequests.accepts(context)) {
            requests.read(context, () -> start(context), rejection -> reject(context, rejection));
        } else {
            context.next();
        }
    }

    private void start(RoutingContext context) {
        if (context.response().closed()) {
            return;
        }
        Client client = clients.of(context);
        try {
            connections.checkCapacity();
            client.acquireStream();
        } catch (HttpRejectionException e) {
            reject(context, e);
            return;
        }
        EventStreamSession session = new EventStreamSession(services, new EventStreamConnection(context, writer, services.messages()),
                context.vertx(), client);
        context.addEndHandler(ended -> {
            session.end();
            connections.remove(session, client);
        });
        connections.add(session);
        session.start(
                new OperationInput("1", () -> requests.parse(context), context.request().getHeader(LAST_EVENT_ID),
                        requests.reservation(context)),
                context.request().getHeader(HttpHeaders.AUTHORIZATION), RequestAuthenticator.identity(context));
    }

    private void reject(RoutingContext context, HttpRejectionException rejection) {
        if (requests.reject(context, rejection)) {
            services.runner().count(rejection);
        }
    }
}
