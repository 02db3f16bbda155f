package org.parley.websocket;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.parley.auth.TokenAuthenticator;
import org.parley.graphql.RequestLimits;
import org.parley.http.BufferLimits;
import org.parley.http.ConcurrencyLimit;
import org.parley.http.RequestAuthenticator;

/** The services that a connection uses. */
@Singleton
record ConnectionServices(
        WebSocketConfig config,
        RequestLimits limits,
        Clock clock,
        TokenAuthenticator callers,
        RequestAuthenticator authenticator,
        MessageCodec messages,
        OperationRunner runner,
        ChangeFeed feed,
        ConcurrencyLimit concurrency,
        BufferLimits bytes,
        WebSocketMetrics metrics) {}
