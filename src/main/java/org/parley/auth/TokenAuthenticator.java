package org.parley.auth;

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

/** Authenticates clients by the bearer token of a request or connection. */
@Singleton
public class TokenAuthenticator {

    private static final Duration MAX_VERIFY_INTERVAL = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(TokenAuthenticator.class);
    private static final Pattern BEARER = Pattern.compile("bearer(?: +(.*))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** The compact serialization: three parts in base64url (RFC 7515, section 3.1). */
    private static final Pattern SIGNED = Pattern.compile("[\\w-]++\\.[\\w-]++\\.[\\w-]++");

    private final TenantIdentityProvider provider;
    private final AuthConfig config;
    private final SigningKeys keys;
    private final TokenRoles roles;
    private final Optional<String> nameClaim;
    private final boolean open;
    private final boolean configured;

    TokenAuthenticator(TenantIdentityProvider provider, AuthConfig config, SigningKeys keys, TokenRoles roles,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> url,
            @ConfigProperty(name = "quarkus.oidc.public-key") Optional<String> key,
            @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<List<String>> audience,
            @ConfigProperty(name = "quarkus.oidc.token.principal-claim") Optional<String> nameClaim) {
        this.provider = provider;
        this.config = config;
        this.keys = keys;
        this.roles = roles;
        this.nameClaim = nameClaim;
        this.open = config.reading() == AuthConfig.Reading.OPEN;
        boolean hasProvider = url.isPresent() || key.isPresent();
        this.configured = hasProvider && audience.isPresent();
        if (hasProvider && !configured) {
            LOG.warn("No token is accepted. Set quarkus.oidc.token.audience to the audience that tokens must name.");
        }
        if (configured && url.isPresent()) {
            keys.refreshAtIntervals();
        }
    }

    /** Whether anonymous clients may read. */
    public boolean readingIsOpen() {
        return open;
    }

    /** Whether the client sends no token and needs none, so that nothing has to be verified. */
    public boolean isAnonymous(String authorization) {
        return open && token(authorization) == null;
    }

    /**
     * Returns the interval at which the token of an open connection is verified again. Together with the age of the keys it bounds how long
     * a withdrawn key is accepted.
     */
    public Duration verifyInterval() {
        Duration interval = config.keys().refreshInterval();
        return interval.compareTo(MAX_VERIFY_INTERVAL) < 0 ? interval : MAX_VERIFY_INTERVAL;
    }

    /**
     * Returns the identity of the token's holder. Fails with an InvalidTokenException if the token is invalid or missing, and with another
     * exception if the identity provider cannot be reached.
     */
    public Uni<Identity> authenticate(String authorization) {
        String token = token(authorization);
        if (token == null) {
            return open ? Uni.createFrom().item(Identity.ANONYMOUS) : Uni.createFrom().failure(InvalidTokenException.missing());
        }
        if (!configured) {
            return Uni.createFrom().failure(InvalidTokenException.notConfigured());
        }
        if (!SIGNED.matcher(token).matches()) {
            return Uni.createFrom().failure(rejection(token, new InvalidClaimsException(TokenRejectionReason.NOT_A_JWT, "")));
        }
        return keys.fresh().chain(() -> provider.authenticate(new AccessTokenCredential(token))).ifNoItem().after(config.keys().timeout())
                .fail().map(verified -> identity(TokenClaims.of(token))).onFailure(AuthenticationFailedException.class)
                .transform(failure -> invalid(token, failure)).onFailure(InvalidClaimsException.class)
                .transform(invalid -> rejection(token, (InvalidClaimsException) invalid));
    }

    private InvalidClaimsException invalid(String token, Throwable failure) {
        LOG.debug("Token verification failed.", failure);
        TokenRejectionReason fault = TokenRejectionReason.of(failure);
        if (fault == TokenRejectionReason.INVALID_CLAIM) {
            try {
                identity(TokenClaims.of(token));
            } catch (InvalidClaimsException found) {
                return found;
            }
        }
        return new InvalidClaimsException(fault, fault.claim());
    }

    /** Returns the token; null if the header is missing or has another scheme. */
    private static String token(String authorization) {
        Matcher bearer = authorization == null ? null : BEARER.matcher(authorization.strip());
        return bearer == null || !bearer.matches() ? null : bearer.group(1) == null ? "" : bearer.group(1);
    }

    private Identity identity(TokenClaims token) {
        token.checkType();
        Instant expiry = token.expiry();
        Set<String> granted = granted(roles.of(token));
        String subject = token.subject();
        String name = token.name(nameClaim);
        if (!granted.isEmpty() && name.equalsIgnoreCase(Caller.LOAD)) {
            throw new InvalidClaimsException(TokenRejectionReason.RESERVED_NAME, "sub");
        }
        return new Identity(new Caller(token.issuer(), subject, name, granted), expiry);
    }

    private Set<String> granted(Set<String> given) {
        Set<String> granted = new HashSet<>();
        if (!Collections.disjoint(given, config.editorRoles())) {
            granted.add(Caller.EDITOR);
        }
        if (!Collections.disjoint(given, config.curatorRoles())) {
            granted.add(Caller.CURATOR);
        }
        return granted;
    }

    /** Logs the reason, which is not reported to the client. The token itself is not logged. */
    private InvalidTokenException rejection(String token, InvalidClaimsException invalid) {
        TokenClaims claims = TokenClaims.of(token);
        String shown = invalid.claim().isEmpty() ? "" : " " + invalid.claim() + "=" + claims.printable(invalid.claim());
        LOG.infof("Token rejected: %s%s (claimed issuer: %s)", invalid.fault().label(), shown, claims.printable("iss"));
        return switch (invalid.fault()) {
            case NO_NAME -> InvalidTokenException.nameless();
            case RESERVED_NAME -> InvalidTokenException.reservedName(claims.name(nameClaim));
            default -> InvalidTokenException.invalid();
        };
    }
}
