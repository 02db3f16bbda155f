package org.parley.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.parley.fault.TextRules;

/** The header and claims of a JSON Web Token (RFC 7519). They are not verified here. */
final class TokenClaims {

    /** The maximum length of a subject in OpenID Connect. */
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_ISSUER = 1000;
    private static final int LONGEST_NAME = 200;
    /** The end of the year 9999, in seconds since 1970. */
    private static final long LAST_SECOND = 253_402_300_799L;
    private static final List<String> NAMES = List.of("upn", "preferred_username", "name", "sub");
    /** Types of access tokens, in the header (RFC 9068) or, in Keycloak's, in the claim `typ`. */
    private static final Set<String> TYPES = Set.of("jwt", "bearer", "at+jwt", "application/at+jwt");
    /** Claims that only ID tokens and logout tokens have. */
    private static final List<String> OTHER_USES = List.of("at_hash", "c_hash", "s_hash", "events");
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode header;
    private final JsonNode claims;

    private TokenClaims(JsonNode header, JsonNode claims) {
        this.header = header;
        this.claims = claims;
    }

    /** Parses a token. Never fails: a part that is not JSON has no claims. */
    static TokenClaims of(String token) {
        String[] parts = token.split("\\.", -1);
        return parts.length < 2 ? new TokenClaims(MissingNode.getInstance(), MissingNode.getInstance())
                : new TokenClaims(json(parts[0]), json(parts[1]));
    }

    private static JsonNode json(String part) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(part));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a claim for the log, shortened and without control characters; empty if it is missing. */
    String printable(String name) {
        JsonNode claim = name.equals("kid") || name.equals("alg") ? header.path(name) : claims.path(name);
        String text = claim.isTextual() ? claim.textValue() : claim.toString();
        return shorten(TextRules.printable(shorten(text)));
    }

    JsonNode claims() {
        return claims;
    }

    /** Throws an InvalidClaimsException unless this is an access token that any bearer may use. */
    void checkType() {
        checkType(header.path("typ"));
        checkType(claims.path("typ"));
        JsonNode use = claims.path("token_use");
        if (!use.isMissingNode() && !use.asText().equals("access")) {
            throw new InvalidClaimsException(TokenRejectionReason.WRONG_TYPE, "token_use");
        }
        for (String claim : OTHER_USES) {
            if (claims.has(claim)) {
                throw new InvalidClaimsException(TokenRejectionReason.WRONG_TYPE, claim);
            }
        }
        if (claims.has("nonce") && !claims.has("scope") && !claims.has("scp")) {
            throw new InvalidClaimsException(TokenRejectionReason.WRONG_TYPE, "nonce");
        }
        if (claims.has("cnf")) {
            throw new InvalidClaimsException(TokenRejectionReason.BOUND_TO_A_KEY, "cnf");
        }
    }

    private static void checkType(JsonNode type) {
        if (!type.isMissingNode() && !(type.isTextual() && TYPES.contains(type.textValue().toLowerCase(Locale.ROOT)))) {
            throw new InvalidClaimsException(TokenRejectionReason.WRONG_TYPE, "typ");
        }
    }

    /** Returns when the token expires. Checks the format of the other times too. */
    Instant expiry() {
        for (String optional : List.of("nbf", "iat", "auth_time")) {
            if (claims.has(optional)) {
                time(optional);
            }
        }
        return time("exp");
    }

    private Instant time(String name) {
        JsonNode claim = claims.path(name);
        if (!claim.isIntegralNumber() || !claim.canConvertToLong() || claim.longValue() < 0 || claim.longValue() > LAST_SECOND) {
            throw new InvalidClaimsException(TokenRejectionReason.INVALID_CLAIM, name);
        }
        return Instant.ofEpochSecond(claim.longValue());
    }

    String issuer() {
        return identifier("iss", LONGEST_ISSUER);
    }

    String subject() {
        if (!claims.has("sub")) {
            throw new InvalidClaimsException(TokenRejectionReason.NO_NAME, "sub");
        }
        return identifier("sub", LONGEST_SUBJECT);
    }

    private String identifier(String name, int longest) {
        JsonNode claim = claims.path(name);
        if (!claim.isTextual() || claim.textValue().isBlank() || claim.textValue().length() > longest
                || claim.textValue().codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidClaimsException(TokenRejectionReason.INVALID_CLAIM, name);
        }
        return claim.textValue();
    }

    /** Returns the display name: the configured claim, or the first one present of the usual claims. */
    String name(Optional<String> configured) {
        return configured.map(List::of).orElse(NAMES).stream().map(claims::path).filter(JsonNode::isTextual)
                .map(claim -> shorten(TextRules.normalized(claim.textValue()).strip())).map(TextRules::printable)
                .filter(name -> TextRules.fault(name).isEmpty() && !name.isEmpty()).findFirst().map(TokenClaims::shorten)
                .orElseThrow(() -> new InvalidClaimsException(TokenRejectionReason.NO_NAME, configured.orElse("sub")));
    }

    private static String shorten(String text) {
        int end = Math.min(text.length(), LONGEST_NAME);
        return text.substring(0, end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
