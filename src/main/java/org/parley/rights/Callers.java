package org.parley.rights;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.parley.graphql.Caller;

/** Authenticates clients by the bearer token of a request or a connection. */
@Singleton
public class Callers {

    private static final Duration MOST_UNVERIFIED = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(Callers.class);
    private static final Pattern BEARER = Pattern.compile("bearer(?: +(.*))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** Three parts in base64url (RFC 7515, section 3.1). */
    private static final Pattern SIGNED = Pattern.compile("[\\w-]++\\.[\\w-]++\\.[\\w-]++");

    private final TenantIdentityProvider provider;
    private final RightsConfig config;
    private final SigningKeys keys;
    private final TokenRoles roles;
    private final Optional<String> nameClaim;
    private final boolean open;
    private final boolean configured;

    Callers(TenantIdentityProvider provider, RightsConfig config, SigningKeys keys, TokenRoles roles,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> url,
            @ConfigProperty(name = "quarkus.oidc.public-key") Optional<String> key,
            @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<List<String>> audience,
            @ConfigProperty(name = "quarkus.oidc.token.principal-claim") Optional<String> nameClaim) {
        this.provider = provider;
        this.config = config;
        this.keys = keys;
        this.roles = roles;
        this.nameClaim = nameClaim;
        this.open = config.reading() == RightsConfig.Reading.OPEN;
        boolean named = url.isPresent() || key.isPresent();
        this.configured = named && audience.isPresent();
        if (named && !configured) {
            LOG.warn("No token is accepted: set quarkus.oidc.token.audience to the audience that tokens have to name.");
        }
        if (configured && url.isPresent()) {
            keys.refreshAtIntervals();
        }
    }

    /** Whether clients without a token may read. */
    public boolean readingIsOpen() {
        return open;
    }

    /** Whether the client is anonymous and may read, so that nothing has to be verified. */
    public boolean isNobody(String authorization) {
        return open && token(authorization) == null;
    }

    /**
     * How often the token of a connection has to be verified again: with the age of the keys this bounds how long a withdrawn one is taken.
     */
    public Duration verifiedEvery() {
        Duration refresh = config.keys().refresh();
        return refresh.compareTo(MOST_UNVERIFIED) < 0 ? refresh : MOST_UNVERIFIED;
    }

    /** Whose token that is; fails with a RejectedException, or with another exception where the provider cannot be reached. */
    public Uni<Identity> of(String authorization) {
        String token = token(authorization);
        if (token == null) {
            return open ? Uni.createFrom().item(Identity.NOBODY) : Uni.createFrom().failure(RejectedException.missing());
        }
        if (!configured) {
            return Uni.createFrom().failure(RejectedException.notConfigured());
        }
        if (!SIGNED.matcher(token).matches()) {
            return Uni.createFrom().failure(refusal(token, new InvalidTokenException(TokenFault.NOT_A_JWT, "")));
        }
        return keys.fresh().chain(() -> provider.authenticate(new AccessTokenCredential(token))).ifNoItem().after(config.keys().timeout())
                .fail().map(verified -> identity(TokenClaims.of(token))).onFailure(AuthenticationFailedException.class)
                .transform(failure -> invalid(token, failure)).onFailure(InvalidTokenException.class)
                .transform(invalid -> refusal(token, (InvalidTokenException) invalid));
    }

    private InvalidTokenException invalid(String token, Throwable failure) {
        LOG.debug("Token verification failed.", failure);
        TokenFault fault = TokenFault.of(failure);
        if (fault == TokenFault.INVALID_CLAIM) {
            try {
                identity(TokenClaims.of(token));
            } catch (InvalidTokenException found) {
                return found;
            }
        }
        return new InvalidTokenException(fault, fault.claim());
    }

    /** The token; null where the header has none, or credentials of another scheme. */
    private static String token(String authorization) {
        Matcher bearer = authorization == null ? null : BEARER.matcher(authorization.strip());
        return bearer == null || !bearer.matches() ? null : bearer.group(1) == null ? "" : bearer.group(1);
    }

    private Identity identity(TokenClaims token) {
        token.checkType();
        Instant until = token.expiry();
        Set<String> granted = granted(roles.of(token));
        String subject = token.subject();
        String name = token.name(nameClaim);
        if (!granted.isEmpty() && name.equalsIgnoreCase(Caller.LOAD)) {
            throw new InvalidTokenException(TokenFault.RESERVED_NAME, "sub");
        }
        return new Identity(new Caller(token.issuer(), subject, name, granted), until);
    }

    private Set<String> granted(Set<String> given) {
        Set<String> granted = new HashSet<>();
        if (!Collections.disjoint(given, config.editor())) {
            granted.add(Caller.EDITOR);
        }
        if (!Collections.disjoint(given, config.curator())) {
            granted.add(Caller.CURATOR);
        }
        return granted;
    }

    /** The log says why, the answer does not. The token itself is not logged. */
    private RejectedException refusal(String token, InvalidTokenException invalid) {
        TokenClaims claims = TokenClaims.of(token);
        String shown = invalid.claim().isEmpty() ? "" : " " + invalid.claim() + "=" + claims.printable(invalid.claim());
        LOG.infof("Token refused: %s%s (claimed issuer: %s)", invalid.fault().word(), shown, claims.printable("iss"));
        return switch (invalid.fault()) {
            case NO_NAME -> RejectedException.nameless();
            case RESERVED_NAME -> RejectedException.reservedName(claims.name(nameClaim));
            default -> RejectedException.invalid();
        };
    }
}
