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
import org.parley.auth.TestIdentityProvider;
import org.parley.auth.UnavailableProvider;
import org.parley.http.RawClient.Reply;
import org.parley.websocket.SocketClient;

/** The service starts without its identity provider: it serves anonymous clients, and others when the provider is available. */
@QuarkusTest
@WithTestResource(UnavailableProvider.class)
class IdentityProviderUnavailableTest {

    private static final String BODY = "{\"query\": \"{ dataset { revision } }\"}";

    @TestHTTPResource("/graphql")
    URI service;

    private Reply ask(String... headers) throws IOException {
        return RawClient.send(service, post(BODY, headers));
    }

    @Test
    void serviceSurvives() throws IOException {
        String alice = "Bearer " + TestIdentityProvider.token("alice");
        assertEquals(200, ask().status());
        Reply late = ask("Authorization: " + alice);
        assertEquals(503, late.status(), late.toString());
        assertEquals("UNAVAILABLE", late.code());
        assertNotNull(late.headers().get("retry-after"));
        try (SocketClient client = SocketClient.connect(service, SocketClient.PROTOCOL)) {
            client.say(Map.of("type", "connection_init", "payload", Map.of("Authorization", alice)));
            assertEquals(1013, client.closed().code());
        }
        TestIdentityProvider.restart();
        Reply known = ask("Authorization: " + alice);
        assertEquals(200, known.status(), known.toString());
        SocketClient.connect(service, SocketClient.PROTOCOL).introduce(Map.of("Authorization", alice)).close();
    }
}
