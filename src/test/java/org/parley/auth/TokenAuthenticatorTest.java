package org.parley.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.graphql.Caller.ANONYMOUS;
import static org.parley.graphql.Caller.CURATOR;
import static org.parley.graphql.Caller.EDITOR;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.parley.graphql.Caller;

/** Identity and roles of a token, with configured names of roles. */
@QuarkusTest
@TestProfile(SigningKeysTest.Brief.class)
@WithTestResource(TestIdentityProvider.class)
class TokenAuthenticatorTest {

    @Inject
    TokenAuthenticator callers;

    private Caller caller(JwtClaims claims, String... roles) {
        claims.setClaim("resource", Map.of("parley", Map.of("roles", List.of(roles))));
        return callers.authenticate("Bearer " + TestIdentityProvider.sign(claims)).await().indefinitely().caller();
    }

    private Caller caller(String name, String... roles) {
        return caller(TestIdentityProvider.claims(name, "record-keepers"), roles);
    }

    private static Caller expected(String name, String... roles) {
        return new Caller(TestIdentityProvider.issuer(), "subject-of-" + name, name, Set.of(roles));
    }

    @Test
    void onlyKnownRolesAreGranted() {
        assertEquals(expected("alice", EDITOR), caller("alice", "staff", "curator", "other"));
        assertEquals(expected("bob", CURATOR), caller("bob", "record-keepers"));
        assertEquals(expected("carol", EDITOR, CURATOR), caller("carol", "record-writers", "record-keepers"));
        assertEquals(expected("dan"), caller("dan", "editor"));
    }

    @Test
    void identityIsIssuerAndSubject() {
        JwtClaims renamed = TestIdentityProvider.claims("alice");
        renamed.setClaim("preferred_username", "alice-smith");
        assertEquals(caller("alice").id(), caller(renamed).id());
        JwtClaims namesake = TestIdentityProvider.claims("alice");
        namesake.setSubject("another");
        assertNotEquals(caller("alice").id(), caller(namesake).id());
        assertNotEquals(Caller.id("https://one.example", "alice"), Caller.id("https://two.example", "alice"));
    }

    @Test
    void namesAreSanitizedAndShortened() {
        for (String name : List.of("eve\u202Eevil", "eve\u0000", "x".repeat(5000), "\uD83D\uDD4A".repeat(300))) {
            JwtClaims claims = TestIdentityProvider.claims("eve");
            claims.setClaim("preferred_username", name);
            String shown = caller(claims).name();
            assertTrue(shown.length() <= 200 && shown.chars().noneMatch(letter -> letter == 0x202E || letter == 0), shown);
        }
        JwtClaims nameless = TestIdentityProvider.claims("frank");
        nameless.setClaim("preferred_username", List.of("frank"));
        assertEquals("subject-of-frank", caller(nameless).name());
    }

    @Test
    void nameOfTheLoadIsReserved() {
        assertEquals(expected("load"), caller("load", "editor"));
        for (String name : List.of("load", "Load", " load")) {
            for (String role : List.of("staff", "record-keepers")) {
                assertEquals(
                        "The name '" + name.strip() + "' is reserved for changes made by loading files. Use an account of another name.",
                        assertThrows(InvalidTokenException.class, () -> caller(name, role)).getMessage());
            }
        }
    }

    @Test
    void tokenWithoutASubjectIsRejected() {
        JwtClaims claims = TestIdentityProvider.claims("erin");
        claims.unsetClaim("sub");
        String told = assertThrows(InvalidTokenException.class, () -> caller(claims, "staff")).getMessage();
        assertTrue(told.startsWith("The access token does not identify its holder"), told);
    }

    /**
     * No credentials from outside are taken for a failure of the provider. Spaces after a valid token, and bits that its signature does not
     * use, do not matter.
     */
    @Test
    void modifiedTokenIsRejected() {
        Random random = new Random(7);
        String right = TestIdentityProvider.token("alice");
        String letters = "eyJ.{}[]\",:0aZ_-=/+ %\u0000\u00e9";
        for (int i = 0; i < 500; i++) {
            StringBuilder spoilt = new StringBuilder(random.nextInt(4) == 0 ? "." : right);
            for (int j = 0; j < 1 + random.nextInt(4); j++) {
                int at = random.nextInt(spoilt.length());
                spoilt.insert(at, letters.charAt(random.nextInt(letters.length())));
                spoilt.delete(at, at + random.nextInt(9));
                spoilt.append(letters.charAt(random.nextInt(letters.length())));
            }
            String header = "Bearer " + spoilt;
            try {
                Identity identity = callers.authenticate(header).await().indefinitely();
                assertTrue(header.strip().startsWith("Bearer " + right), header);
                assertEquals(expected("alice"), identity.caller());
            } catch (InvalidTokenException expected) {
                // Nearly all of them are rejected.
            }
        }
    }

    @Test
    void missingTokenIsAnonymous() {
        assertEquals(ANONYMOUS, callers.authenticate(null).await().indefinitely().caller());
        assertThrows(InvalidTokenException.class, () -> callers.authenticate("Bearer").await().indefinitely());
    }
}
