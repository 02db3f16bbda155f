package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.LogLines;
import org.parley.auth.InvalidTokens;
import org.parley.auth.TestIdentityProvider;
import org.parley.auth.TokenAuthenticator;

/** A client over its rate limit cannot make the service verify tokens, by HTTP or WebSocket. */
@QuarkusTest
@WithTestResource(TestIdentityProvider.class)
@TestProfile(TokenRateTest.FewRequests.class)
class TokenRateTest {

    private static final int BURST = 10;
    private static final String BODY = "{\"query\": \"{ dataset { revision } }\"}";
    private static int clients;

    /** Ten requests at once, then one per second. */
    public static class FewRequests implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.clients.trusted-proxies", "127.0.0.0/8,::1/128", "parley.clients.rate", "1", "parley.clients.burst",
                    String.valueOf(BURST));
        }
    }

    @TestHTTPResource("/graphql")
    URI service;

    private final String client = "X-Forwarded-For: 203.0.113." + ++clients;
    private final String bad = "Authorization: Bearer " + InvalidTokens.values()[0].token();
    /** One log line for each token that was verified and rejected. */
    private LogLines rejected;

    @BeforeEach
    void watch() {
        rejected = new LogLines(TokenAuthenticator.class.getName());
    }

    @AfterEach
    void stopWatching() {
        rejected.close();
    }

    private int post(String... headers) throws IOException {
        return RawClient.send(service, RawClient.post(BODY, headers)).status();
    }

    /** A request, which returns an HTTP status or the close code of a WebSocket. */
    private interface Sending {
        int status() throws IOException;
    }

    /**
     * Sends a request when the client has reached its limit: it is rejected and no token is verified. As one more request per second is
     * allowed, several attempts are made.
     */
    private void assertRejectedUnverified(int status, Sending request) throws IOException {
        int told = 0;
        for (int i = 0; i < 10; i++) {
            while (post(client) != 429) {
                // The next one may be one too many.
            }
            stopWatching();
            watch();
            told = request.status();
            if (told == status && rejected.lines().isEmpty()) {
                return;
            }
        }
        fail("status " + told + ", verified: " + rejected.lines());
    }

    @Test
    void badTokensCountAsRequests() throws IOException {
        for (int i = 0; i < 3 * BURST; i++) {
            int status = post(client, bad);
            assertTrue(status == 401 || status == 429, "status " + status);
        }
        assertTrue(rejected.lines().size() >= BURST && rejected.lines().size() < 2 * BURST,
                rejected.lines().size() + " tokens were verified");
    }

    @Test
    void requestsOverTheRateAreRejectedUnverified() throws IOException {
        assertRejectedUnverified(429, () -> post(client, bad));
        assertRejectedUnverified(429, () -> RawClient.send(service, RawClient.page("/graphql/schema.graphql", client, bad)).status());
        assertRejectedUnverified(429, () -> Integer.parseInt(RawClient.upgrade(service, client, bad)));
    }

    @Test
    void handshakesAndSchemasCountAsRequests() throws IOException {
        assertRejectedUnverified(429, () -> Integer.parseInt(RawClient.upgrade(service, client)));
        assertRejectedUnverified(429, () -> RawClient.send(service, RawClient.page("/graphql/schema.graphql", client)).status());
    }

    @Test
    void connectionInitOverTheRateIsRejectedUnverified() throws Exception {
        List<RawSocket> open = new ArrayList<>();
        for (int i = 0; i < BURST / 2; i++) {
            open.add(RawSocket.connect(service, client));
        }
        assertRejectedUnverified(1013, () -> {
            try (RawSocket socket = open.remove(0)) {
                socket.send(RawSocket.text("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer "
                        + InvalidTokens.values()[0].token() + "\"}}"));
                return socket.hear().path("code").asInt();
            }
        });
        for (RawSocket socket : open) {
            socket.close();
        }
    }

    /** A valid token is not verified either while its account exceeds the limit, from any address. */
    @Test
    void accountOverItsRateIsRejected() throws IOException {
        String token = "Authorization: Bearer " + TestIdentityProvider.token("mallory" + clients);
        int sent = 0;
        while (sent < 5 * BURST && post("X-Forwarded-For: 198.51.100." + sent, token) == 200) {
            sent++;
        }
        assertTrue(sent >= BURST && sent < 5 * BURST, sent + " requests");
        assertEquals(200, post(client), "its address has used up nothing");
        assertEquals(200, post(client, "Authorization: Bearer " + TestIdentityProvider.token("alice" + clients)));
    }
}
