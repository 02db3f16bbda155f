package org.parley.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What those who stay connected may ask for. */
@ConfigMapping(prefix = "parley.live")
interface LiveConfig {

    /** Connections at once; further ones are told to come again. */
    @WithDefault("1000")
    int connections();

    /** Operations at once of one connection: subscriptions, and queries that are being answered. */
    @WithDefault("20")
    int operations();

    /** Answers that are made side by side for one connection; further operations wait for their turn. */
    @WithDefault("4")
    int answers();

    /** How long a new connection may take to say who it is. */
    @WithDefault("10s")
    Duration init();

    /** How often a connection is asked whether it is still there; proxies cut what is silent, many of them after a minute. */
    @WithDefault("20s")
    Duration ping();

    /** How long a client may leave what is sent to it untaken. */
    @WithDefault("20s")
    Duration patience();

    /** Threads that answer events, each with at most one connection to the database. */
    @WithDefault("4")
    int threads();

    /** Changes that are kept in memory, so that those who hear the same read them once. */
    @WithDefault("500")
    int window();
}
