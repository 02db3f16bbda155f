package org.parley.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.parley.graphql.Caller;

/** The clients of this replica. A client is removed when it uses nothing and has sent no request for a minute. */
@Singleton
public class Clients {

    private static final String KEY = "parley.client";
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final long MOST_REMEMBERED = 20_000;
    /** Characters of the remembered tokens, and the overhead of each. */
    private static final long MOST_TOKENS = 2_000_000;
    private static final int TOKEN_WEIGHT = 200;
    private static final AttributeKey<Client> OF_CONNECTION = AttributeKey.valueOf(KEY);

    private final ClientsConfig config;
    private final ClientAddress address;
    /** Clients that a request or a connection refers to. */
    private final Cache<String, Client> known = Caffeine.newBuilder().weakValues().build();
    private final Cache<String, Client> recent = Caffeine.newBuilder().expireAfterAccess(REMEMBERED).maximumSize(MOST_REMEMBERED).build();

    private final Cache<String, Client> tokens = Caffeine.newBuilder().maximumWeight(MOST_TOKENS)
            .weigher((String token, Client client) -> token.length() + TOKEN_WEIGHT).build();

    Clients(ClientsConfig config, ClientAddress address) {
        this.config = config;
        this.address = address;
    }

    /** Returns the client of a request: the account of its verified token, or else its address. */
    public Client of(RoutingContext context) {
        Client found = context.get(KEY);
        if (found == null) {
            Caller caller = RequestAuthenticator.identity(context).caller();
            found = caller.isAnonymous() ? byAddress(context.request()) : byName(caller.id());
            context.put(KEY, found);
        }
        return found;
    }

    /** Returns the client by address. It is cached per connection, except behind a proxy, where each request may have another address. */
    Client byAddress(HttpServerRequest request) {
        var ofConnection = ((ConnectionBase) request.connection()).channel().attr(OF_CONNECTION);
        Client found = ofConnection.get();
        if (found == null) {
            found = byName(address.of(request));
            if (!address.isProxy(request.remoteAddress())) {
                ofConnection.set(found);
            }
        }
        return found;
    }

    private Client byName(String name) {
        Client client = recent.getIfPresent(name);
        if (client == null) {
            client = known.get(name, first -> new Client(config, System::nanoTime));
            recent.put(name, client);
        }
        return client;
    }

    /** Returns the client that these credentials were last verified for; null if they are unknown. */
    Client byCredentials(String authorization) {
        return authorization == null ? null : tokens.getIfPresent(authorization);
    }

    /** Remembers the client of verified credentials. */
    void remember(String authorization, Caller caller) {
        tokens.put(authorization, byName(caller.id()));
    }

    void forget(String authorization) {
        tokens.invalidate(authorization);
    }
}
