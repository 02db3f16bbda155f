package org.parley.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What one client may use of a replica. A client is who a token names, or else an address. */
@ConfigMapping(prefix = "parley.clients")
interface ClientsConfig {

    /** Networks (CIDR) of the proxies whose X-Forwarded-For is believed. */
    Optional<List<String>> trustedProxies();

    /** Requests that are answered at once. */
    @WithDefault("8")
    int requests();

    /** Requests that wait for others of the same client; further ones are refused. */
    @WithDefault("200")
    int waiting();

    /** Requests a second in the long run, kept answers not counted; 0 for no limit. */
    @WithDefault("200")
    int rate();

    /** Requests that may come at once after a pause. */
    @WithDefault("2000")
    int burst();

    /** Expensive operations that run at once. */
    @WithDefault("2")
    int expensive();

    /** Mutations that run at once. */
    @WithDefault("2")
    int writing();

    /** WebSockets. */
    @WithDefault("250")
    int sockets();

    /** Bytes of requests that have not been answered or read to their end. */
    @WithDefault("5000000")
    long bufferedBytes();
}
