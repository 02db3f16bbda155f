package org.parley.auth;

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

/** Tokens are accepted only if the audience is configured. */
class AudienceTest {

    private static final AuthConfig.Keys KEYS = new AuthConfig.Keys() {

        @Override
        public Duration refreshInterval() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration maxAge() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(30);
        }
    };

    private static final AuthConfig CONFIG = new AuthConfig() {

        @Override
        public Set<String> editorRoles() {
            return Set.of("editor");
        }

        @Override
        public Set<String> curatorRoles() {
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

    /** With a provider that accepts every token. */
    private static TokenAuthenticator callers(Optional<String> url, Optional<String> key, Optional<List<String>> audience) {
        TenantIdentityProvider provider = token -> Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal("alice")).build());
        SigningKeys keys = new SigningKeys(provider, new KeyFetchTime(), CONFIG, withoutTimers());
        return new TokenAuthenticator(provider, CONFIG, keys, new TokenRoles(Optional.empty(), " ", audience, Optional.empty()), url, key,
                audience, Optional.empty());
    }

    private static Vertx withoutTimers() {
        return (Vertx) Proxy.newProxyInstance(Vertx.class.getClassLoader(), new Class<?>[]{Vertx.class}, (vertx, method, values) -> 0L);
    }

    private static Identity ask(TokenAuthenticator callers) {
        String claims = "{\"iss\":\"https://example.org\",\"sub\":\"1\",\"name\":\"alice\",\"exp\":4000000000}";
        return callers
                .authenticate("Bearer e30."
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".AA")
                .await().indefinitely();
    }

    @Test
    void tokensAreRejectedWithoutAnAudience() {
        Optional<String> some = Optional.of("some");
        assertThrows(InvalidTokenException.class, () -> ask(callers(some, Optional.empty(), Optional.empty())));
        assertThrows(InvalidTokenException.class, () -> ask(callers(Optional.empty(), some, Optional.empty())));
    }

    @Test
    void tokensAreAcceptedWithTheAudience() {
        assertEquals("alice", ask(callers(Optional.of("some"), Optional.empty(), Optional.of(List.of("parley")))).caller().name());
    }
}
