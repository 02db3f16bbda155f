package org.parley.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tokens are taken only where it is said for whom they have to be made. */
class AudienceTest {

    private static final RightsConfig CONFIG = new RightsConfig() {

        @Override
        public Set<String> editor() {
            return Set.of("editor");
        }

        @Override
        public Set<String> curator() {
            return Set.of("curator");
        }

        @Override
        public Reading reading() {
            return Reading.OPEN;
        }
    };

    /** Of a provider that vouches for every token. */
    private static Callers callers(Optional<String> url, Optional<String> key, Optional<List<String>> audience) {
        return new Callers(
                token -> Uni.createFrom()
                        .item(QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal("alice")).addRole("editor").build()),
                CONFIG, url, key, audience);
    }

    private static Identity ask(Callers callers) {
        return callers.of("Bearer token").await().indefinitely();
    }

    @Test
    void withoutOneNoTokenIsTaken() {
        Optional<String> some = Optional.of("some");
        assertThrows(RejectedException.class, () -> ask(callers(some, Optional.empty(), Optional.empty())));
        assertThrows(RejectedException.class, () -> ask(callers(Optional.empty(), some, Optional.empty())));
    }

    @Test
    void withOneTokensAreTaken() {
        assertEquals("alice", ask(callers(Optional.of("some"), Optional.empty(), Optional.of(List.of("parley")))).caller().name());
    }
}
