package org.parley.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tokens are accepted only where the settings say which audience they have to name. */
class AudienceTest {

    private static final RightsConfig.Keys KEYS = new RightsConfig.Keys() {

        @Override
        public Duration refresh() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration maxAge() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(1);
        }
    };

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

        @Override
        public Keys keys() {
            return KEYS;
        }
    };

    /** Its provider verifies every token. */
    private static Callers callers(Optional<String> url, Optional<String> key, Optional<List<String>> audience) {
        TenantIdentityProvider provider = token -> Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal("alice")).build());
        SigningKeys keys = new SigningKeys(provider, new KeyFetches(), CONFIG, withoutTimers());
        return new Callers(provider, CONFIG, keys, new TokenRoles(Optional.empty(), " ", audience, Optional.empty()), url, key, audience,
                Optional.empty());
    }

    private static Vertx withoutTimers() {
        return (Vertx) Proxy.newProxyInstance(Vertx.class.getClassLoader(), new Class<?>[]{Vertx.class}, (vertx, method, values) -> 0L);
    }

    private static Identity ask(Callers callers) {
        String claims = "{\"iss\":\"https://example.org\",\"sub\":\"1\",\"name\":\"alice\",\"exp\":4000000000}";
        return callers
                .of("Bearer e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".AA")
                .await().indefinitely();
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
