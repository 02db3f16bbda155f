package org.parley.auth;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** Records when the signing keys of the identity provider were fetched. */
@Singleton
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.JWKS)
public class KeyFetchTime implements OidcResponseFilter {

    private static final int OK = 200;

    private volatile Long fetched;

    @Override
    public Uni<Void> filter(OidcResponseFilterContext response) {
        if (response.statusCode() == OK && isKeySet(response.responseBody().toString())) {
            fetched = System.nanoTime();
        }
        return Uni.createFrom().voidItem();
    }

    private static boolean isKeySet(String body) {
        try {
            new JsonWebKeySet(body);
            return true;
        } catch (JoseException e) {
            return false;
        }
    }

    /** Whether the keys were fetched longer ago than `age`. False if they were never fetched. */
    boolean isOlderThan(Duration age) {
        Long at = fetched;
        return at != null && System.nanoTime() - at > age.toNanos();
    }
}
