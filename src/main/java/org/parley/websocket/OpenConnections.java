package org.parley.websocket;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.fault.ErrorCode;
import org.parley.http.Client;
import org.parley.http.HttpRejectionException;

/** The open WebSockets and event streams. Limits their number, and drains them when this replica shuts down. */
@ApplicationScoped
class OpenConnections {

    /** An open connection. */
    interface Session {

        /** Closes the connection when its active operations have completed. May be called from any thread. */
        void drain();
    }

    private final WebSocketConfig config;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private volatile boolean draining;

    OpenConnections(WebSocketConfig config, WebSocketMetrics metrics) {
        this.config = config;
        metrics.watchConnections(sessions::size);
    }

    /** Rejects a further connection if this replica has too many or is shutting down. */
    void checkCapacity() throws HttpRejectionException {
        if (draining || sessions.size() >= config.connections()) {
            throw new HttpRejectionException(503, ErrorCode.UNAVAILABLE,
                    "This replica accepts no more WebSockets and event streams. Retry in a moment.");
        }
    }

    void add(Session session) {
        sessions.add(session);
        if (draining) {
            session.drain();
        }
    }

    /** Removes a closed connection, which its client no longer occupies. */
    void remove(Session session, Client client) {
        if (sessions.remove(session)) {
            client.releaseStream();
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
        sessions.forEach(Session::drain);
    }
}
