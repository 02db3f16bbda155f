package org.parley.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.parley.graphql.Caller;

/** The clients of this replica. One is forgotten when it uses nothing and has not been heard of for a while. */
@Singleton
public class Clients {

    private static final String KEY = "parley.client";
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final long MOST_REMEMBERED = 20_000;

    private final ClientsConfig config;
    private final ClientAddress address;
    /** As long as a request or a connection holds them. */
    private final Cache<String, Client> known = Caffeine.newBuilder().weakValues().build();
    private final Cache<String, Client> recent = Caffeine.newBuilder().expireAfterAccess(REMEMBERED).maximumSize(MOST_REMEMBERED).build();

    Clients(ClientsConfig config, ClientAddress address) {
        this.config = config;
        this.address = address;
    }

    /** Whose request this is: as the token says where it was checked, or else by its address. */
    public Client of(RoutingContext context) {
        Client found = context.get(KEY);
        if (found == null) {
            Caller caller = Gate.identity(context).caller();
            found = named(caller.isAnonymous() ? address.of(context.request()) : caller.id());
            context.put(KEY, found);
        }
        return found;
    }

    private Client named(String name) {
        Client client = known.get(name, first -> new Client(config, System::nanoTime));
        recent.put(name, client);
        return client;
    }
}
