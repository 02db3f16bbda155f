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
    });

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
