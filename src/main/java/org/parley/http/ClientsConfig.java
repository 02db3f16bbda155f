package org.parley.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Limits for one client on one replica. A client is the account of a token, or else an address. */
@ConfigMapping(prefix = "parley.clients")
interface ClientsConfig {

    /** Networks (CIDR) of the proxies whose X-Forwarded-For is trusted. */
    Optional<List<String>> trustedProxies();

    /** Requests executed at once. */
    @WithDefault("8")
    int concurrentRequests();

    /** Requests queued until earlier ones complete; further ones are rejected. */
    @WithDefault("200")
    int queuedRequests();

    /** Requests per second in the long run; one with a cached response counts as a tenth. 0 for no limit. */
    @WithDefault("200")
    int rate();

    /** Requests accepted at once after a pause. */
    @WithDefault("2000")
    int burst();

    /** Expensive operations executed at once. */
    @WithDefault("2")
    int concurrentExpensive();

    /** Mutations executed at once. */
    @WithDefault("2")
    int concurrentMutations();

    /** Open WebSockets and event streams. */
    @WithDefault("250")
    int websockets();

    /** Subscriptions over all connections. */
    @WithDefault("1000")
    int subscriptions();

    /** Subscription events produced at once. */
    @WithDefault("2")
    int concurrentEvents();

    /** Connections of one address, unless it is a trusted proxy. */
    @WithDefault("1000")
    int connections();

    /** Bytes of requests and messages in progress, and of open subscriptions. */
    @WithDefault("5000000")
    long requestBufferBytes();

    /** Bytes of responses that the client has not received; at least `parley.limits.response`. */
    @WithDefault("40000000")
    long responseBufferBytes();
}
