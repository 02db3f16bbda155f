package org.parley.rights;

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
import org.parley.fault.RecordedText;

/** Header and claims of a JSON Web Token, as they are: the signature is verified elsewhere. */
final class TokenClaims {

    /** The most that OpenID Connect allows for a subject. */
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_ISSUER = 1000;
    private static final int LONGEST_NAME = 200;
    /** The end of the year 9999. */
    private static final long LAST_SECOND = 253_402_300_799L;
    private static final List<String> NAMES = List.of("upn", "preferred_username", "name", "sub");
    /** Types of access tokens, in the header (RFC 9068) or, by Keycloak, in the claim `typ`. */
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

    /** Never fails: what is not JSON has no claims. */
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

    /** The claim as it stands in the token, safe for a log; empty without one. */
    String printable(String name) {
        JsonNode claim = name.equals("kid") || name.equals("alg") ? header.path(name) : claims.path(name);
        String text = claim.isTextual() ? claim.textValue() : claim.toString();
        return cut(RecordedText.printable(cut(text)));
    }

    JsonNode claims() {
        return claims;
    }

    /** Throws an InvalidTokenException unless the token is an access token, which any bearer may use. */
    void checkType() {
        checkType(header.path("typ"));
        checkType(claims.path("typ"));
        JsonNode use = claims.path("token_use");
        if (!use.isMissingNode() && !use.asText().equals("access")) {
            throw new InvalidTokenException(TokenFault.WRONG_TYPE, "token_use");
        }
        for (String claim : OTHER_USES) {
            if (claims.has(claim)) {
                throw new InvalidTokenException(TokenFault.WRONG_TYPE, claim);
            }
        }
        if (claims.has("nonce") && !claims.has("scope") && !claims.has("scp")) {
            throw new InvalidTokenException(TokenFault.WRONG_TYPE, "nonce");
        }
        if (claims.has("cnf")) {
            throw new InvalidTokenException(TokenFault.BOUND_TO_A_KEY, "cnf");
        }
    }

    private static void checkType(JsonNode type) {
        if (!type.isMissingNode() && !(type.isTextual() && TYPES.contains(type.textValue().toLowerCase(Locale.ROOT)))) {
            throw new InvalidTokenException(TokenFault.WRONG_TYPE, "typ");
        }
    }

    /** When the token expires. All times of the token are checked. */
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
            throw new InvalidTokenException(TokenFault.INVALID_CLAIM, name);
        }
        return Instant.ofEpochSecond(claim.longValue());
    }

    String issuer() {
        return identifier("iss", LONGEST_ISSUER);
    }

    String subject() {
        if (!claims.has("sub")) {
            throw new InvalidTokenException(TokenFault.NO_NAME, "sub");
        }
        return identifier("sub", LONGEST_SUBJECT);
    }

    private String identifier(String name, int longest) {
        JsonNode claim = claims.path(name);
        if (!claim.isTextual() || claim.textValue().isBlank() || claim.textValue().length() > longest
                || claim.textValue().codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidTokenException(TokenFault.INVALID_CLAIM, name);
        }
        return claim.textValue();
    }

    /** The name to show: the configured claim, or the first that the token has. */
    String name(Optional<String> configured) {
        return configured.map(List::of).orElse(NAMES).stream().map(claims::path).filter(JsonNode::isTextual)
                .map(claim -> cut(RecordedText.normalized(claim.textValue()).strip())).map(RecordedText::printable)
                .filter(name -> RecordedText.fault(name).isEmpty() && !name.isEmpty()).findFirst().map(TokenClaims::cut)
                .orElseThrow(() -> new InvalidTokenException(TokenFault.NO_NAME, configured.orElse("sub")));
    }

    private static String cut(String text) {
        int end = Math.min(text.length(), LONGEST_NAME);
        return text.substring(0, end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
