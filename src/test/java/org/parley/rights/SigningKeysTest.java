package org.parley.rights;

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
import org.parley.live.SocketClient;

/** How long a signing key is accepted, and how often the provider is asked for its keys. */
@QuarkusTest
@TestProfile(SigningKeysTest.Brief.class)
@WithTestResource(Provider.class)
class SigningKeysTest {

    private static final Duration REFRESH = Duration.ofSeconds(2);
    private static final Duration MAX_AGE = Duration.ofSeconds(5);
    /** Of a machine that is busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Short times. */
    public static class Brief implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.rights.keys.refresh", REFRESH.toSeconds() + "s", "parley.rights.keys.max-age", MAX_AGE.toSeconds() + "s",
                    "parley.rights.keys.timeout", "1s");
        }
    }

    @Inject
    Callers callers;

    @TestHTTPResource("/graphql")
    URI service;

    private Identity ask(String token) {
        return callers.of("Bearer " + token).await().atMost(PATIENCE);
    }

    private boolean accepts(String token) {
        try {
            ask(token);
            return true;
        } catch (RejectedException e) {
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

    /** Nobody sends a token of a new key, which would make the service fetch the keys. */
    @Test
    void aWithdrawnKeyIsNotAcceptedForLong() throws InterruptedException {
        String old = Provider.token("alice", "editor");
        assertEquals("alice", ask(old).caller().name());
        Provider.rotate();
        within(PATIENCE, () -> !accepts(old));
    }

    @Test
    void aConnectionEndsWhenTheKeyOfItsTokenIsWithdrawn() {
        Map<String, String> token = Map.of("Authorization", "Bearer " + Provider.token("alice", "editor"));
        try (SocketClient first = SocketClient.connect(service, SocketClient.PROTOCOL).introduce(token);
                SocketClient handshake = SocketClient.connect(service, SocketClient.PROTOCOL, "Authorization", token.get("Authorization"))
                        .introduce(Map.of())) {
            Provider.rotate();
            assertEquals(4403, first.closed().code());
            assertEquals(4403, handshake.closed().code());
        }
    }

    @Test
    void aNewKeyIsAcceptedSoon() throws InterruptedException {
        ask(Provider.token("alice"));
        Provider.rotate();
        within(Duration.ofSeconds(10), () -> accepts(Provider.token("alice")));
    }

    /** Each of their tokens names another key. */
    @Test
    void strangersDoNotMakeTheServiceFetchKeysMoreOften() {
        ask(Provider.token("alice"));
        int before = Provider.keysGiven();
        long began = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            var stranger = Provider.newKeyNamed(UUID.randomUUID().toString());
            assertTrue(!accepts(Provider.sign(Provider.claims("eve", "editor"), stranger)));
        }
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds() + 1;
        int fetches = Provider.keysGiven() - before;
        assertTrue(fetches <= seconds + seconds / REFRESH.toSeconds() + 2, fetches + " fetches in " + seconds + " s");
    }

    @Test
    void oldKeysAreNotAcceptedWhereNoneCanBeFetched() throws InterruptedException {
        String token = Provider.token("alice");
        ask(token);
        Provider.halt();
        try {
            assertEquals("alice", ask(token).caller().name());
            within(MAX_AGE.plus(PATIENCE), () -> {
                try {
                    ask(token);
                    return false;
                } catch (RejectedException e) {
                    throw new AssertionError("the provider is away, and the token is right", e);
                } catch (RuntimeException e) {
                    return true;
                }
            });
        } finally {
            Provider.restart();
        }
        within(PATIENCE, () -> {
            try {
                return ask(token) != null;
            } catch (RuntimeException e) {
                return false;
            }
        });
        assertThrows(RejectedException.class, () -> ask(WrongToken.FORGED.token()));
    }
}
