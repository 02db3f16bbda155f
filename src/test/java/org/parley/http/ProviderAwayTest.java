package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.parley.http.RawClient.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.http.RawClient.Reply;
import org.parley.live.SocketClient;
import org.parley.rights.AbsentProvider;
import org.parley.rights.Provider;

/** The service starts while the provider is away: it answers who needs no token, and knows the others when the provider is back. */
@QuarkusTest
@WithTestResource(AbsentProvider.class)
class ProviderAwayTest {

    private static final String BODY = "{\"query\": \"{ dataset { revision } }\"}";

    @TestHTTPResource("/graphql")
    URI service;

    private Reply ask(String... headers) throws IOException {
        return RawClient.send(service, post(BODY, headers));
    }

    @Test
    void isWithstood() throws IOException {
        String alice = "Bearer " + Provider.token("alice");
        assertEquals(200, ask().status());
        Reply late = ask("Authorization: " + alice);
        assertEquals(503, late.status(), late.toString());
        assertEquals("UNAVAILABLE", late.code());
        assertNotNull(late.headers().get("retry-after"));
        try (SocketClient client = SocketClient.connect(service, SocketClient.PROTOCOL)) {
            client.say(Map.of("type", "connection_init", "payload", Map.of("Authorization", alice)));
            assertEquals(1013, client.closed().code());
        }
        Provider.restart();
        Reply known = ask("Authorization: " + alice);
        assertEquals(200, known.status(), known.toString());
        SocketClient.connect(service, SocketClient.PROTOCOL).introduce(Map.of("Authorization", alice)).close();
    }
}
