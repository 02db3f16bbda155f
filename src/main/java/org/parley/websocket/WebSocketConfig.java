package org.parley.websocket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of GraphQL over WebSockets and event streams. */
@ConfigMapping(prefix = "parley.websocket")
interface WebSocketConfig {

    /** Connections at once; further ones are rejected. */
    @WithDefault("1000")
    int connections();

    /** Active operations of one connection: subscriptions, and other operations in progress. */
    @WithDefault("20")
    int operations();

    /** Operations of one connection executed at once; further ones are queued. */
    @WithDefault("4")
    int concurrentOperations();

    /** How long a new connection may take to send connection_init. */
    @WithDefault("10s")
    Duration initTimeout();

    /** The interval of pings, and of comments in event streams. Proxies close idle connections, many of them after a minute. */
    @WithDefault("20s")
    Duration pingInterval();

    /** How long a client may receive nothing of what is sent. */
    @WithDefault("20s")
    Duration sendTimeout();

    /** Threads that produce events, each with at most one database connection. */
    @WithDefault("4")
    int eventThreads();

    /** Latest changes cached in memory, so that subscribers read them once. */
    @WithDefault("500")
    int cachedChanges();
}
