package org.parley.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.parley.websocket.SocketClient;

/** How long a signing key is accepted, and how often keys are fetched. */
@QuarkusTest
@TestProfile(SigningKeysTest.Brief.class)
@WithTestResource(TestIdentityProvider.class)
class SigningKeysTest {

    private static final Duration REFRESH = Duration.ofSeconds(2);
    private static final Duration MAX_AGE = Duration.ofSeconds(5);
    /** Enough for a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Short intervals. */
    public static class Brief implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.auth.keys.refresh-interval", REFRESH.toSeconds() + "s", "parley.auth.keys.max-age",
                    MAX_AGE.toSeconds() + "s", "parley.auth.keys.timeout", "1s", "parley.auth.editor-roles", "record-writers,staff",
                    "parley.auth.curator-roles", "record-keepers", "quarkus.oidc.roles.role-claim-path", "resource/parley/roles");
        }
    }

    @Inject
    TokenAuthenticator callers;

    @TestHTTPResource("/graphql")
    URI service;

    private Identity ask(String token) {
        return callers.authenticate("Bearer " + token).await().atMost(PATIENCE);
    }

    private boolean accepts(String token) {
        try {
            ask(token);
            return true;
        } catch (InvalidTokenException e) {
            return false;
        }
    }

    private static void within(Duration time, BooleanSupplier expected) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!expected.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not within " + time);
            Thread.sleep(100);
        }
    }

    /** No token of a new key is sent, which would trigger a fetch. */
    @Test
    void withdrawnKeyIsRejectedSoon() throws InterruptedException {
        String old = TestIdentityProvider.token("alice", "editor");
        assertEquals("alice", ask(old).caller().name());
        TestIdentityProvider.rotate();
        within(PATIENCE, () -> !accepts(old));
    }

    @Test
    void connectionClosesWhenItsKeyIsWithdrawn() {
        Map<String, String> token = Map.of("Authorization", "Bearer " + TestIdentityProvider.token("alice", "editor"));
        try (SocketClient first = SocketClient.connect(service, SocketClient.PROTOCOL).introduce(token);
                SocketClient handshake = SocketClient.connect(service, SocketClient.PROTOCOL, "Authorization", token.get("Authorization"))
                        .introduce(Map.of())) {
            TestIdentityProvider.rotate();
            assertEquals(4403, first.closed().code());
            assertEquals(4403, handshake.closed().code());
        }
    }

    @Test
    void newKeyIsAcceptedSoon() throws InterruptedException {
        ask(TestIdentityProvider.token("alice"));
        TestIdentityProvider.rotate();
        within(Duration.ofSeconds(10), () -> accepts(TestIdentityProvider.token("alice")));
    }

    /** Each token names another key. */
    @Test
    void unknownKeysDoNotCauseMoreFetches() {
        ask(TestIdentityProvider.token("alice"));
        int before = TestIdentityProvider.keysGiven();
        long began = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            var stranger = TestIdentityProvider.newKeyNamed(UUID.randomUUID().toString());
            assertTrue(!accepts(TestIdentityProvider.sign(TestIdentityProvider.claims("eve", "editor"), stranger)));
        }
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds() + 1;
        int fetches = TestIdentityProvider.keysGiven() - before;
        assertTrue(fetches <= seconds + seconds / REFRESH.toSeconds() + 2, fetches + " fetches in " + seconds + " s");
    }

    @Test
    void expiredKeysAreRejectedWhenTheProviderIsUnavailable() throws InterruptedException {
        String token = TestIdentityProvider.token("alice");
        ask(token);
        TestIdentityProvider.halt();
        try {
            assertEquals("alice", ask(token).caller().name());
            within(MAX_AGE.plus(PATIENCE), () -> {
                try {
                    ask(token);
                    return false;
                } catch (InvalidTokenException e) {
                    throw new AssertionError("the provider is away, and the token is right", e);
                } catch (RuntimeException e) {
                    return true;
                }
            });
        } finally {
            TestIdentityProvider.restart();
        }
        within(PATIENCE, () -> {
            try {
                return ask(token) != null;
            } catch (RuntimeException e) {
                return false;
            }
        });
        assertThrows(InvalidTokenException.class, () -> ask(InvalidTokens.FORGED.token()));
    }
}
