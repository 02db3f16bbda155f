package org.parley.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of GraphQL over HTTP. */
@ConfigMapping(prefix = "parley.http")
interface HttpConfig {

    /** Characters of the documents cached for automatic persisted queries. Each counts at least 300. */
    @WithDefault("5000000")
    long persistedCharacters();

    /** A JSON file of trusted documents: their texts by id, or a manifest of Apollo. If set, no other document is accepted. */
    Optional<Path> trustedDocuments();

    /** How long the body of a request may take to arrive. */
    @WithDefault("PT10S")
    Duration bodyTimeout();

    /** Bytes of requests in progress, of all clients together. */
    @WithDefault("20000000")
    long requestBufferBytes();

    /** How long the header of a request may take to arrive. */
    @WithDefault("PT10S")
    Duration headerTimeout();

    /** How long a client may take to receive a response. */
    @WithDefault("PT60S")
    Duration responseTimeout();

    /** Bytes of responses that were not received, of all clients together. */
    @WithDefault("80000000")
    long responseBufferBytes();

    /** Bytes of the response cache, which is valid until the record changes; 0 turns it off. */
    @WithDefault("32000000")
    long responseCacheBytes();

    /** Seconds for which clients and proxies may reuse the response to a GET without validating it; 0: they validate it each time. */
    @WithDefault("0")
    int maxAge();

    /** The level at which responses are compressed by gzip for clients that accept it, 1 (fastest) to 9; 0 turns compression off. */
    @WithDefault("4")
    int compressionLevel();

    /** Whether the header Server-Timing states the duration and the number of SQL statements. */
    @WithDefault("true")
    boolean serverTiming();

    /** Names of operations with metrics of their own, in addition to those of trusted documents. */
    Optional<Set<String>> measuredOperations();

    /** The header Strict-Transport-Security of all responses, such as `max-age=31536000`; not sent by default. */
    Optional<String> strictTransportSecurity();

    /** How long a JVM runs queries before it opens its port; 0 for not at all. A native executable needs no warm-up. */
    @WithDefault("PT0S")
    Duration warmUp();
}
