package org.parley.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** A service with 160 MB of memory behind a proxy, with one client that requests more memory than that. */
@Tag("slow")
abstract class OverloadedService {

    static final String MALLORY = "203.0.113.7";
    static final String ALICE = "198.51.100.20";

    static ShippedPostgres postgres;
    static PackagedService service;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void serve() {
        postgres = new ShippedPostgres();
        postgres.start();
        service = PackagedService.serve(postgres.environment(Map.of("PARLEY_CLIENTS_TRUSTED_PROXIES", "127.0.0.0/8",
                "PARLEY_HTTP_RESPONSE_CACHE_BYTES", "0", "PARLEY_CLIENTS_CONCURRENT_REQUESTS", "8", "PARLEY_CLIENTS_CONCURRENT_MUTATIONS",
                "2", "PARLEY_CLIENTS_RATE", "200")), List.of("-Xmx160m", "-XX:+ExitOnOutOfMemoryError"));
    }

    @AfterAll
    static void stop() {
        service.close();
        postgres.stop();
    }

    static URI address() {
        return service.address.resolve("/graphql");
    }

    /** The status; 0 where a 200 holds errors. */
    int ask(String document, String client) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(address()).timeout(Duration.ofSeconds(20)).header("Content-Type", "application/json")
                        .header("X-Forwarded-For", client).POST(BodyPublishers.ofString("{\"query\": \"" + document + "\"}")).build(),
                BodyHandlers.ofString());
        return response.body().startsWith("{\"data\"") || response.statusCode() != 200 ? response.statusCode() : 0;
    }

    void assertServed() throws Exception {
        assertTrue(service.process.isAlive(), service::said);
        assertEquals(200, ask("{ actors(first: 1) { nodes { name } } }", ALICE));
        assertTrue(service.ready(), service::said);
        assertTrue(!service.said().contains("OutOfMemoryError") && !service.said().contains("OutOfDirectMemoryError"), service::said);
    }
}
