package org.parley.rights;

import java.util.function.Supplier;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;

/** Tokens that are none. */
public enum WrongToken {

    EMPTY(() -> ""),
    NO_TOKEN(() -> "alice"),
    DOTS(() -> ".."),
    WITHOUT_CLAIMS(() -> Provider.token("alice", "editor").replaceFirst("\\..*\\.", "..")),
    OF_FIVE_PARTS(() -> Provider.token("alice", "editor") + ".AA.AA"),
    TWICE(() -> Provider.token("alice", "editor") + "," + Provider.token("alice", "editor")),
    SIGNED_BY_NOBODY(WrongToken::unsigned),
    /** The provider's public key, which everyone knows, taken for a secret that it shares. */
    SIGNED_BY_THE_PUBLIC_KEY(WrongToken::signedByThePublicKey),
    FORGED(() -> Provider.sign(Provider.claims("alice", "editor"), Provider.newKey())),
    /** Under the name of the right key. */
    FORGED_UNDER_A_KNOWN_NAME(WrongToken::underAKnownName),
    CHANGED_AFTER_IT_WAS_SIGNED(WrongToken::changed),
    EXPIRED(() -> Provider.sign(expiring(-1))),
    WITHOUT_END(() -> {
        JwtClaims claims = Provider.claims("alice", "editor");
        claims.unsetClaim("exp");
        return Provider.sign(claims);
    }),
    NOT_YET(() -> {
        JwtClaims claims = Provider.claims("alice", "editor");
        claims.setNotBeforeMinutesInThePast(-10);
        return Provider.sign(claims);
    }),
    OF_ANOTHER_ISSUER(() -> {
        JwtClaims claims = Provider.claims("alice", "editor");
        claims.setIssuer("https://example.org");
        return Provider.sign(claims);
    }),
    FOR_ANOTHER_AUDIENCE(() -> {
        JwtClaims claims = Provider.claims("alice", "editor");
        claims.setAudience("another-service");
        return Provider.sign(claims);
    }),
    FOR_NO_AUDIENCE(() -> {
        JwtClaims claims = Provider.claims("alice", "editor");
        claims.unsetClaim("aud");
        return Provider.sign(claims);
    }),
    A_LOGOUT_TOKEN_BY_ITS_HEADER(() -> Provider.typed("logout+jwt")),
    A_PROOF(() -> Provider.typed("dpop+jwt")),
    EXPIRING_NEVER(() -> Provider.with("exp", "9e18")),
    EXPIRING_PAST_ALL_NUMBERS(() -> Provider.with("exp", "9223372036854775808")),
    EXPIRING_AFTER_THE_LAST_YEAR(() -> Provider.with("exp", "9000000000000000000")),
    EXPIRING_IN_MILLISECONDS(() -> Provider.with("exp", "1795000000000000")),
    EXPIRING_BEFORE_1970(() -> Provider.with("exp", "-1")),
    EXPIRING_AT_A_TEXT(() -> Provider.with("exp", "\"2999999999\"")),
    EXPIRING_AT_A_FRACTION(() -> Provider.with("exp", "2999999999.5")),
    EXPIRING_AT_A_LIST(() -> Provider.with("exp", "[2999999999]")),
    EXPIRING_AT_AN_OBJECT(() -> Provider.with("exp", "{\"at\":2999999999}")),
    EXPIRING_TRUE(() -> Provider.with("exp", "true")),
    EXPIRING_NULL(() -> Provider.with("exp", "null")),
    ISSUED_PAST_ALL_NUMBERS(() -> Provider.with("iat", "9e18")),
    ISSUED_AT_A_TEXT(() -> Provider.with("iat", "\"yesterday\"")),
    ISSUED_AT_A_LIST(() -> Provider.with("iat", "[1]")),
    ISSUED_BEFORE_1970(() -> Provider.with("iat", "-5")),
    VALID_FROM_A_TEXT(() -> Provider.with("nbf", "\"0\"")),
    VALID_FROM_PAST_ALL_NUMBERS(() -> Provider.with("nbf", "-9e18")),
    WITHOUT_SUBJECT(() -> Provider.with("sub", null)),
    OF_A_NUMBER(() -> Provider.with("sub", "7")),
    OF_A_LIST(() -> Provider.with("sub", "[\"alice\"]")),
    OF_NULL(() -> Provider.with("sub", "null")),
    OF_A_BLANK(() -> Provider.with("sub", "\" \"")),
    OF_A_LINE_BREAK(() -> Provider.with("sub", "\"a\\nb\"")),
    OF_A_LONG_SUBJECT(() -> Provider.with("sub", "\"" + "x".repeat(256) + "\"")),
    OF_A_LIST_OF_ISSUERS(() -> Provider.with("iss", "[\"https://example.org\"]")),
    OF_NO_ISSUER(() -> Provider.with("iss", null)),
    FOR_A_NUMBER(() -> Provider.with("aud", "3")),
    FOR_AN_OBJECT(() -> Provider.with("aud", "{\"parley\":true}")),
    FOR_PARTS_OF_THE_AUDIENCE(() -> Provider.with("aud", "\"parley2\"")),
    AN_ID_TOKEN(() -> Provider.with("typ", "\"ID\"")),
    A_REFRESH_TOKEN(() -> Provider.with("typ", "\"Refresh\"")),
    A_LOGOUT_TOKEN(() -> Provider.with("typ", "\"Logout\"")),
    OF_A_TYPE_THAT_IS_A_LIST(() -> Provider.with("typ", "[\"Bearer\"]")),
    AN_ID_TOKEN_OF_COGNITO(() -> Provider.with("token_use", "\"id\"")),
    AN_ID_TOKEN_BY_ITS_HASH(() -> Provider.with("at_hash", "\"x\"")),
    AN_ID_TOKEN_BY_ITS_CODE(() -> Provider.with("c_hash", "\"x\"")),
    AN_ID_TOKEN_BY_ITS_NONCE(() -> Provider.with("nonce", "\"x\"")),
    A_LOGOUT_EVENT(() -> Provider.with("events", "{}")),
    BOUND_TO_A_KEY(() -> Provider.with("cnf", "{\"jkt\":\"x\"}"));

    private final Supplier<String> token;

    WrongToken(Supplier<String> token) {
        this.token = token;
    }

    public String token() {
        return token.get();
    }

    private static JwtClaims expiring(int minutes) {
        JwtClaims claims = Provider.claims("alice", "editor");
        claims.setExpirationTimeMinutesInTheFuture(minutes);
        return claims;
    }

    private static String unsigned() {
        JsonWebSignature none = new JsonWebSignature();
        none.setPayload(Provider.claims("alice", "editor").toJson());
        none.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        none.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        return Provider.serialized(none);
    }

    private static String signedByThePublicKey() {
        JsonWebSignature signed = new JsonWebSignature();
        signed.setPayload(Provider.claims("alice", "editor").toJson());
        signed.setKey(new HmacKey(Provider.key().getKey().getEncoded()));
        signed.setKeyIdHeaderValue(Provider.key().getKeyId());
        signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        return Provider.serialized(signed);
    }

    private static String underAKnownName() {
        var key = Provider.newKey();
        key.setKeyId(Provider.key().getKeyId());
        return Provider.sign(Provider.claims("alice", "editor"), key);
    }

    private static String changed() {
        String[] right = Provider.token("alice").split("\\.");
        String[] other = Provider.token("alice", "editor", "curator").split("\\.");
        return right[0] + "." + other[1] + "." + right[2];
    }
}
