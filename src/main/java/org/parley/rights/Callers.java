package org.parley.rights;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.parley.graphql.Caller;

/** Finds out who asks, by the token that a request or a connection brings. */
@Singleton
public class Callers {

    private static final Logger LOG = Logger.getLogger(Callers.class);
    private static final Pattern BEARER = Pattern.compile("bearer(?: +(.*))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final TenantIdentityProvider provider;
    private final RightsConfig config;
    private final boolean open;
    private final boolean configured;

    Callers(TenantIdentityProvider provider, RightsConfig config,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> url,
            @ConfigProperty(name = "quarkus.oidc.public-key") Optional<String> key,
            @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<List<String>> audience) {
        this.provider = provider;
        this.config = config;
        this.open = config.reading() == RightsConfig.Reading.OPEN;
        boolean named = url.isPresent() || key.isPresent();
        this.configured = named && audience.isPresent();
        if (named && !configured) {
            LOG.warn("no token is taken: quarkus.oidc.token.audience does not say for whom tokens have to be made");
        }
    }

    /** Whether whoever brings no token may read. */
    public boolean readingIsOpen() {
        return open;
    }

    /** Whether nothing has to be found out: nobody asks, and nobody may read. */
    public boolean isNobody(String authorization) {
        return open && token(authorization) == null;
    }

    /** Who it is that brings this header; fails with a RejectedException, or with another where the provider cannot be asked now. */
    public Uni<Identity> of(String authorization) {
        String token = token(authorization);
        if (token == null) {
            return open ? Uni.createFrom().item(Identity.NOBODY) : Uni.createFrom().failure(RejectedException.missing());
        }
        if (!configured) {
            return Uni.createFrom().failure(RejectedException.unknown());
        }
        if (token.isEmpty()) {
            return Uni.createFrom().failure(RejectedException.invalid());
        }
        return Uni.createFrom().deferred(() -> provider.authenticate(new AccessTokenCredential(token))).map(this::identity)
                .onFailure(AuthenticationFailedException.class).transform(failure -> {
                    LOG.debug("a token was rejected", failure);
                    return RejectedException.invalid();
                });
    }

    /** The token; null where the header brings none, or something that is not for us. */
    private static String token(String authorization) {
        Matcher bearer = authorization == null ? null : BEARER.matcher(authorization.strip());
        return bearer == null || !bearer.matches() ? null : bearer.group(1) == null ? "" : bearer.group(1);
    }

    private Identity identity(SecurityIdentity known) {
        Instant until = known.getPrincipal() instanceof JsonWebToken token ? Instant.ofEpochSecond(token.getExpirationTime()) : null;
        String name = known.getPrincipal().getName();
        Set<String> roles = roles(known.getRoles());
        if (!roles.isEmpty() && (name == null || name.isBlank())) {
            throw RejectedException.nameless();
        }
        if (!roles.isEmpty() && name.strip().equalsIgnoreCase(Caller.LOAD)) {
            throw RejectedException.nameOfTheFiles(name);
        }
        return new Identity(new Caller(name, roles), until);
    }

    private Set<String> roles(Set<String> given) {
        Set<String> roles = new HashSet<>();
        if (!Collections.disjoint(given, config.editor())) {
            roles.add(Caller.EDITOR);
        }
        if (!Collections.disjoint(given, config.curator())) {
            roles.add(Caller.CURATOR);
        }
        return roles;
    }
}
