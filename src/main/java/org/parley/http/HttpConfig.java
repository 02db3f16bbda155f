package org.parley.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How the service is asked. */
@ConfigMapping(prefix = "parley.http")
interface HttpConfig {

    /** Characters of the documents kept for automatic persisted queries. The shortest counts for some hundreds. */
    @WithDefault("5000000")
    long persistedCharacters();

    /** A JSON object of documents by their SHA-256, in hexadecimal: nothing else is answered. */
    Optional<Path> trustedDocuments();

    /** How long the body of a request may take to come. */
    @WithDefault("PT10S")
    Duration bodyTime();

    /** Bytes of requests that are held in memory until they are answered, of all clients together. */
    @WithDefault("20000000")
    long bufferedBytes();

    /** Bytes of answers that are kept and given again, until the record changes; 0 keeps none. */
    @WithDefault("32000000")
    long keptBytes();

    /** For how many seconds a client or a proxy may give an answer to GET again without asking; 0: it has to ask each time. */
    @WithDefault("0")
    int maxAge();

    /** Whether an answer's header Server-Timing says how long it took, and how many SQL statements. */
    @WithDefault("true")
    boolean serverTiming();

    /** Names of operations that are measured by themselves, beside those of trusted documents. */
    Optional<Set<String>> measuredOperations();

    /** The header Strict-Transport-Security of all responses, such as `max-age=31536000`; not sent by default. */
    Optional<String> strictTransportSecurity();

    /** For how long a JVM answers questions of its own before it takes any; 0 for not at all. A native executable does without. */
    @WithDefault("PT0S")
    Duration warmUp();
}
