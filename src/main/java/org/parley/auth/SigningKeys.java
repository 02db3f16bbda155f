package org.parley.auth;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.TenantIdentityProvider;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jboss.logging.Logger;

/**
 * Bounds the age of the identity provider's signing keys, so that a withdrawn key is not accepted for long. Quarkus fetches keys only when
 * a token names an unknown one, at most once in quarkus.oidc.token.forced-jwk-refresh-interval; so this class verifies a token with an
 * unknown key at intervals.
 */
@Singleton
class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final String PROBE = base64("{\"alg\":\"RS256\",\"kid\":\"parley: refresh of the keys\"}") + "." + base64("{}") + "."
            + base64("none");

    private final TenantIdentityProvider provider;
    private final KeyFetchTime fetches;
    private final AuthConfig config;
    private final Vertx vertx;
    private Long timer;

    SigningKeys(TenantIdentityProvider provider, KeyFetchTime fetches, AuthConfig config, Vertx vertx) {
        this.provider = provider;
        this.fetches = fetches;
        this.config = config;
        this.vertx = vertx;
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Starts to fetch the keys at intervals. */
    void refreshAtIntervals() {
        timer = vertx.setPeriodic(config.keys().refreshInterval().toMillis(), tick -> refresh().subscribe().with(done -> {
            if (fetches.isOlderThan(config.keys().refreshInterval().multipliedBy(2))) {
                LOG.warn("The identity provider's signing keys cannot be fetched. The known keys are accepted until they are "
                        + config.keys().maxAge().toSeconds() + " s old.");
            }
        }));
    }

    @PreDestroy
    void stop() {
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }

    /** Fails if the keys are too old and cannot be fetched now. */
    Uni<Void> fresh() {
        if (!fetches.isOlderThan(config.keys().maxAge())) {
            return Uni.createFrom().voidItem();
        }
        return refresh().invoke(() -> {
            if (fetches.isOlderThan(config.keys().maxAge())) {
                throw new OIDCException("The signing keys are older than " + config.keys().maxAge().toSeconds()
                        + " s (parley.auth.keys.max-age) and cannot be fetched.");
            }
        });
    }

    /** Completes when the keys were fetched or the attempt failed. */
    private Uni<Void> refresh() {
        return Uni.createFrom().deferred(() -> provider.authenticate(new AccessTokenCredential(PROBE))).onItemOrFailure()
                .transform((known, failure) -> null).replaceWithVoid().ifNoItem().after(config.keys().timeout())
                .recoverWithUni(Uni.createFrom().voidItem());
    }
}
