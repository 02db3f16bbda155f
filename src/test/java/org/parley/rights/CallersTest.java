package org.parley.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.parley.graphql.Caller.ANONYMOUS;
import static org.parley.graphql.Caller.CURATOR;
import static org.parley.graphql.Caller.EDITOR;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.parley.graphql.Caller;

/** What a token says of whom it is of, where the provider's words are others than ours. */
@QuarkusTest
@TestProfile(CallersTest.OtherWords.class)
@WithTestResource(Provider.class)
class CallersTest {

    /** As a provider may be set up. */
    public static class OtherWords implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("parley.rights.editor", "record-writers,staff", "parley.rights.curator", "record-keepers",
                    "quarkus.oidc.roles.role-claim-path", "resource/parley/roles");
        }
    }

    @Inject
    Callers callers;

    private Caller caller(String name, String... roles) {
        JwtClaims claims = Provider.claims(name, "record-keepers");
        claims.setClaim("resource", Map.of("parley", Map.of("roles", List.of(roles))));
        return callers.of("Bearer " + Provider.sign(claims)).await().indefinitely().caller();
    }

    @Test
    void rolesAreThoseThatCount() {
        assertEquals(new Caller("alice", Set.of(EDITOR)), caller("alice", "staff", "curator", "other"));
        assertEquals(new Caller("bob", Set.of(CURATOR)), caller("bob", "record-keepers"));
        assertEquals(new Caller("carol", Set.of(EDITOR, CURATOR)), caller("carol", "record-writers", "record-keepers"));
        assertEquals(new Caller("dan", Set.of()), caller("dan", "editor"));
    }

    @Test
    void whoWritesHasNotTheNameOfTheFiles() {
        assertEquals(new Caller("load", Set.of()), caller("load", "editor"));
        for (String name : List.of("load", "Load", " load")) {
            for (String role : List.of("staff", "record-keepers")) {
                assertEquals(
                        "'" + name + "' is the name by which the record remembers what the data set's files brought;"
                                + " ask for a token of another name to write by",
                        assertThrows(RejectedException.class, () -> caller(name, role)).getMessage());
            }
        }
    }

    @Test
    void whoWritesHasAName() {
        JwtClaims claims = Provider.claims("erin");
        claims.unsetClaim("preferred_username");
        claims.unsetClaim("sub");
        claims.setClaim("resource", Map.of("parley", Map.of("roles", List.of("staff"))));
        String told = assertThrows(RejectedException.class, () -> callers.of("Bearer " + Provider.sign(claims)).await().indefinitely())
                .getMessage();
        assertTrue(told.startsWith("the token does not say who writes"), told);
    }

    @Test
    void nobodyIsNobody() {
        assertEquals(ANONYMOUS, callers.of(null).await().indefinitely().caller());
        assertThrows(RejectedException.class, () -> callers.of("Bearer").await().indefinitely());
    }
}
