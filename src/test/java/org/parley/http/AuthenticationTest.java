package org.parley.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.http.RawClient.get;
import static org.parley.http.RawClient.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.LogLines;
import org.parley.auth.InvalidTokens;
import org.parley.auth.TestIdentityProvider;
import org.parley.http.RawClient.Reply;

/** Authentication: only tokens that the provider signed are accepted, also for reading. */
@QuarkusTest
@WithTestResource(TestIdentityProvider.class)
class AuthenticationTest {

    private static final String BODY = "{\"query\": \"{ dataset { revision } }\"}";
    private static final String PARAMETERS = "?query=%7B%20dataset%20%7B%20revision%20%7D%20%7D";

    @TestHTTPResource("/graphql")
    URI service;

    private List<Reply> ask(String... headers) throws IOException {
        return List.of(RawClient.send(service, post(BODY, headers)), RawClient.send(service, get("GET", PARAMETERS, headers)),
                RawClient.send(service, get("GET", "/schema.graphql", headers)));
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    @Test
    void readingNeedsNoToken() throws IOException {
        for (Reply reply : ask()) {
            assertEquals(200, reply.status(), reply.toString());
            assertNull(reply.headers().get("www-authenticate"));
        }
    }

    @Test
    void validTokenIsAccepted() throws IOException {
        for (String header : List.of(bearer(TestIdentityProvider.token("alice")),
                "authorization: bearer   " + TestIdentityProvider.token("bob", "editor"))) {
            for (Reply reply : ask(header)) {
                assertEquals(200, reply.status(), reply.toString());
            }
        }
    }

    @Test
    void otherCredentialsAreIgnored() throws IOException {
        for (Reply reply : ask("Authorization: Basic YWxpY2U6c2VjcmV0")) {
            assertEquals(200, reply.status(), reply.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void invalidTokenIsRejected(InvalidTokens wrong) throws IOException {
        for (Reply reply : ask(bearer(wrong.token()))) {
            assertEquals(401, reply.status(), reply.toString());
            assertEquals("UNAUTHENTICATED", reply.code());
            assertEquals("Bearer error=\"invalid_token\"", reply.headers().get("www-authenticate"));
        }
    }

    @Test
    void logNamesTheEditor() throws Exception {
        List<String> lines;
        try (LogLines log = new LogLines("org.parley.request")) {
            JwtClaims claims = TestIdentityProvider.claims("alice");
            claims.setClaim("preferred_username", "alice\nforged");
            RawClient.send(service, post(BODY, bearer(TestIdentityProvider.sign(claims))));
            RawClient.send(service, post(BODY));
            lines = log.await(2);
        }
        assertEquals(1, lines.stream().filter(line -> line.contains(" editor=alice\\nforged")).count(), lines.toString());
        assertEquals(1, lines.stream().filter(line -> !line.contains("editor=")).count(), lines.toString());
    }

    /** The response is the same for all of them. */
    @ParameterizedTest
    @CsvSource({"FOR_ANOTHER_AUDIENCE,wrong_audience aud=another-service", "FOR_NO_AUDIENCE,wrong_audience",
            "OF_ANOTHER_ISSUER,wrong_issuer iss=https://example.org", "EXPIRED,expired exp=", "WITHOUT_END,no_expiry",
            "NOT_YET,not_yet_valid nbf=", "CHANGED_AFTER_IT_WAS_SIGNED,bad_signature kid=", "FORGED,unknown_key kid=",
            "SIGNED_BY_NOBODY,not_a_jwt", "SIGNED_BY_THE_PUBLIC_KEY,wrong_algorithm alg=HS256", "AN_ID_TOKEN,wrong_type typ=ID",
            "AN_ID_TOKEN_BY_ITS_HASH,wrong_type at_hash=", "BOUND_TO_A_KEY,bound_to_a_key", "EXPIRING_NEVER,invalid_claim exp=9.0E18",
            "OF_A_NUMBER,invalid_claim sub=7", "NO_TOKEN,not_a_jwt"})
    void logExplainsRejectedTokens(InvalidTokens wrong, String reason) throws Exception {
        String token = wrong.token();
        List<String> lines;
        try (LogLines log = new LogLines("org.parley.auth.TokenAuthenticator")) {
            Reply reply = RawClient.send(service, post(BODY, bearer(token)));
            assertEquals("The access token is not valid for this service. Request a new one from the identity provider.",
                    reply.json().at("/errors/0/message").asText());
            lines = log.lines();
        }
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(lines.get(0).startsWith("Token rejected: " + reason), lines.toString());
        assertFalse(lines.get(0).contains(token), lines.toString());
    }

    @Test
    void newKeyIsFetched() throws Exception {
        String old = TestIdentityProvider.token("alice");
        Thread.sleep(1_100);
        TestIdentityProvider.rotate();
        for (String token : List.of(TestIdentityProvider.token("alice"), TestIdentityProvider.token("bob"))) {
            assertEquals(200, RawClient.send(service, post(BODY, bearer(token))).status());
        }
        int given = TestIdentityProvider.keysGiven();
        assertEquals(401, RawClient.send(service, post(BODY, bearer(old))).status(), "its key has been withdrawn");
        assertEquals(given, TestIdentityProvider.keysGiven(), "an unknown key makes the service ask again and again");
    }

    /** Tokens of known keys are verified without the provider. */
    @Test
    void unavailableProviderDoesNotAffectAnonymousClients() throws IOException {
        TestIdentityProvider.halt();
        try {
            for (Reply reply : ask(bearer(TestIdentityProvider.token("alice")))) {
                assertEquals(200, reply.status(), reply.toString());
            }
            assertEquals(401, RawClient.send(service, post(BODY, bearer(InvalidTokens.FORGED.token()))).status());
        } finally {
            TestIdentityProvider.restart();
        }
        assertTrue(RawClient.send(service, post(BODY, bearer(TestIdentityProvider.token("alice")))).status() == 200);
    }
}
