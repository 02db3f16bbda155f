package org.parley.http;

import io.netty.channel.Channel;
import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;

/** Limits the connections per address. */
@Singleton
@Unremovable
class ConnectionLimits {

    private static final Logger LOG = Logger.getLogger(ConnectionLimits.class);

    private final ClientsConfig clients;
    private final HttpConfig http;
    private final ClientAddress address;
    private final HttpServer server;
    private final ConcurrentMap<String, Integer> perAddress = new ConcurrentHashMap<>();

    ConnectionLimits(ClientsConfig clients, HttpConfig http, ClientAddress address, HttpServer server) {
        this.clients = clients;
        this.http = http;
        this.address = address;
        this.server = server;
    }

    /** Counts the connection until it is closed. Returns false if its address has too many. */
    boolean admit(Channel connection) {
        String peer = address.countedAddress(connection.remoteAddress());
        if (peer == null || isManagement(connection)) {
            return true;
        }
        if (perAddress.merge(peer, 1, Integer::sum) > clients.connections()) {
            LOG.debugf("Connection of %s rejected: it has %s connections", peer, clients.connections());
            decrement(peer);
            return false;
        }
        connection.closeFuture().addListener(closed -> decrement(peer));
        return true;
    }

    /** Health probes are not limited. */
    private boolean isManagement(Channel connection) {
        return connection.localAddress() instanceof InetSocketAddress local && local.getPort() == server.getManagementPort();
    }

    /** Returns the number of counted connections. */
    int open() {
        return perAddress.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void decrement(String peer) {
        perAddress.computeIfPresent(peer, (name, number) -> number == 1 ? null : number - 1);
    }

    /** Creates the handler that limits the times of one connection. */
    RequestTimeoutHandler guard() {
        return new RequestTimeoutHandler(http.headerTimeout(), http.bodyTimeout(), http.responseTimeout());
    }
}
