package org.parley.auth;

import java.util.function.Supplier;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;

/** Invalid tokens. */
public enum InvalidTokens {

    EMPTY(() -> ""),
    NO_TOKEN(() -> "alice"),
    DOTS(() -> ".."),
    WITHOUT_CLAIMS(() -> TestIdentityProvider.token("alice", "editor").replaceFirst("\\..*\\.", "..")),
    OF_FIVE_PARTS(() -> TestIdentityProvider.token("alice", "editor") + ".AA.AA"),
    TWICE(() -> TestIdentityProvider.token("alice", "editor") + "," + TestIdentityProvider.token("alice", "editor")),
    SIGNED_BY_NOBODY(InvalidTokens::unsigned),
    /** The provider's public key, used as a shared secret. */
    SIGNED_BY_THE_PUBLIC_KEY(InvalidTokens::signedByThePublicKey),
    FORGED(() -> TestIdentityProvider.sign(TestIdentityProvider.claims("alice", "editor"), TestIdentityProvider.newKey())),
    /** With the name of the valid key. */
    FORGED_UNDER_A_KNOWN_NAME(InvalidTokens::underAKnownName),
    CHANGED_AFTER_IT_WAS_SIGNED(InvalidTokens::changed),
    EXPIRED(() -> TestIdentityProvider.sign(expiring(-1))),
    WITHOUT_END(() -> {
        JwtClaims claims = TestIdentityProvider.claims("alice", "editor");
        claims.unsetClaim("exp");
        return TestIdentityProvider.sign(claims);
    }),
    NOT_YET(() -> {
        JwtClaims claims = TestIdentityProvider.claims("alice", "editor");
        claims.setNotBeforeMinutesInThePast(-10);
        return TestIdentityProvider.sign(claims);
    }),
    OF_ANOTHER_ISSUER(() -> {
        JwtClaims claims = TestIdentityProvider.claims("alice", "editor");
        claims.setIssuer("https://example.org");
        return TestIdentityProvider.sign(claims);
    }),
    FOR_ANOTHER_AUDIENCE(() -> {
        JwtClaims claims = TestIdentityProvider.claims("alice", "editor");
        claims.setAudience("another-service");
        return TestIdentityProvider.sign(claims);
    }),
    FOR_NO_AUDIENCE(() -> {
        JwtClaims claims = TestIdentityProvider.claims("alice", "editor");
        claims.unsetClaim("aud");
        return TestIdentityProvider.sign(claims);
    }),
    A_LOGOUT_TOKEN_BY_ITS_HEADER(() -> TestIdentityProvider.typed("logout+jwt")),
    A_PROOF(() -> TestIdentityProvider.typed("dpop+jwt")),
    EXPIRING_NEVER(() -> TestIdentityProvider.with("exp", "9e18")),
    EXPIRING_PAST_ALL_NUMBERS(() -> TestIdentityProvider.with("exp", "9223372036854775808")),
    EXPIRING_AFTER_THE_LAST_YEAR(() -> TestIdentityProvider.with("exp", "9000000000000000000")),
    EXPIRING_IN_MILLISECONDS(() -> TestIdentityProvider.with("exp", "1795000000000000")),
    EXPIRING_BEFORE_1970(() -> TestIdentityProvider.with("exp", "-1")),
    EXPIRING_AT_A_TEXT(() -> TestIdentityProvider.with("exp", "\"2999999999\"")),
    EXPIRING_AT_A_FRACTION(() -> TestIdentityProvider.with("exp", "2999999999.5")),
    EXPIRING_AT_A_LIST(() -> TestIdentityProvider.with("exp", "[2999999999]")),
    EXPIRING_AT_AN_OBJECT(() -> TestIdentityProvider.with("exp", "{\"at\":2999999999}")),
    EXPIRING_TRUE(() -> TestIdentityProvider.with("exp", "true")),
    EXPIRING_NULL(() -> TestIdentityProvider.with("exp", "null")),
    ISSUED_PAST_ALL_NUMBERS(() -> TestIdentityProvider.with("iat", "9e18")),
    ISSUED_AT_A_TEXT(() -> TestIdentityProvider.with("iat", "\"yesterday\"")),
    ISSUED_AT_A_LIST(() -> TestIdentityProvider.with("iat", "[1]")),
    ISSUED_BEFORE_1970(() -> TestIdentityProvider.with("iat", "-5")),
    VALID_FROM_A_TEXT(() -> TestIdentityProvider.with("nbf", "\"0\"")),
    VALID_FROM_PAST_ALL_NUMBERS(() -> TestIdentityProvider.with("nbf", "-9e18")),
    WITHOUT_SUBJECT(() -> TestIdentityProvider.with("sub", null)),
    OF_A_NUMBER(() -> TestIdentityProvider.with("sub", "7")),
    OF_A_LIST(() -> TestIdentityProvider.with("sub", "[\"alice\"]")),
    OF_NULL(() -> TestIdentityProvider.with("sub", "null")),
    OF_A_BLANK(() -> TestIdentityProvider.with("sub", "\" \"")),
    OF_A_LINE_BREAK(() -> TestIdentityProvider.with("sub", "\"a\\nb\"")),
    OF_A_LONG_SUBJECT(() -> TestIdentityProvider.with("sub", "\"" + "x".repeat(256) + "\"")),
    OF_A_LIST_OF_ISSUERS(() -> TestIdentityProvider.with("iss", "[\"https://example.org\"]")),
    OF_NO_ISSUER(() -> TestIdentityProvider.with("iss", null)),
    FOR_A_NUMBER(() -> TestIdentityProvider.with("aud", "3")),
    FOR_AN_OBJECT(() -> TestIdentityProvider.with("aud", "{\"parley\":true}")),
    FOR_PARTS_OF_THE_AUDIENCE(() -> TestIdentityProvider.with("aud", "\"parley2\"")),
    AN_ID_TOKEN(() -> TestIdentityProvider.with("typ", "\"ID\"")),
    A_REFRESH_TOKEN(() -> TestIdentityProvider.with("typ", "\"Refresh\"")),
    A_LOGOUT_TOKEN(() -> TestIdentityProvider.with("typ", "\"Logout\"")),
    OF_A_TYPE_THAT_IS_A_LIST(() -> TestIdentityProvider.with("typ", "[\"Bearer\"]")),
    AN_ID_TOKEN_OF_COGNITO(() -> TestIdentityProvider.with("token_use", "\"id\"")),
    AN_ID_TOKEN_BY_ITS_HASH(() -> TestIdentityProvider.with("at_hash", "\"x\"")),
    AN_ID_TOKEN_BY_ITS_CODE(() -> TestIdentityProvider.with("c_hash", "\"x\"")),
    AN_ID_TOKEN_BY_ITS_NONCE(() -> TestIdentityProvider.with("nonce", "\"x\"")),
    A_LOGOUT_EVENT(() -> TestIdentityProvider.with("events", "{}")),
    BOUND_TO_A_KEY(() -> TestIdentityProvider.with("cnf", "{\"jkt\":\"x\"}"));

    private final Supplier<String> token;

    InvalidTokens(Supplier<String> token) {
        this.token = token;
    }

    public String token() {
        return token.get();
    }

    private static JwtClaims expiring(int minutes) {
        JwtClaims claims = TestIdentityProvider.claims("alice", "editor");
        claims.setExpirationTimeMinutesInTheFuture(minutes);
        return claims;
    }

    private static String unsigned() {
        JsonWebSignature none = new JsonWebSignature();
        none.setPayload(TestIdentityProvider.claims("alice", "editor").toJson());
        none.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        none.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        return TestIdentityProvider.serialized(none);
    }

    private static String signedByThePublicKey() {
        JsonWebSignature signed = new JsonWebSignature();
        signed.setPayload(TestIdentityProvider.claims("alice", "editor").toJson());
        signed.setKey(new HmacKey(TestIdentityProvider.key().getKey().getEncoded()));
        signed.setKeyIdHeaderValue(TestIdentityProvider.key().getKeyId());
        signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        return TestIdentityProvider.serialized(signed);
    }

    private static String underAKnownName() {
        var key = TestIdentityProvider.newKey();
        key.setKeyId(TestIdentityProvider.key().getKeyId());
        return TestIdentityProvider.sign(TestIdentityProvider.claims("alice", "editor"), key);
    }

    private static String changed() {
        String[] right = TestIdentityProvider.token("alice").split("\\.");
        String[] other = TestIdentityProvider.token("alice", "editor", "curator").split("\\.");
        return right[0] + "." + other[1] + "." + right[2];
    }
}
