package org.parley.auth;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jose4j.lang.UnresolvableKeyException;

/** The reasons for rejecting a token, as logged. */
enum TokenRejectionReason {

    WRONG_AUDIENCE("aud", ErrorCodes.AUDIENCE_INVALID, ErrorCodes.AUDIENCE_MISSING),
    WRONG_ISSUER("iss", ErrorCodes.ISSUER_INVALID, ErrorCodes.ISSUER_MISSING),
    EXPIRED("exp", ErrorCodes.EXPIRED),
    NOT_YET_VALID("nbf", ErrorCodes.NOT_YET_VALID),
    NO_EXPIRY("exp", ErrorCodes.EXPIRATION_MISSING),
    /** The signature was not made with the key, or is missing. */
    BAD_SIGNATURE("kid", ErrorCodes.SIGNATURE_INVALID, ErrorCodes.SIGNATURE_MISSING),
    /** None of the provider's keys signed the token: another provider, a withdrawn key, or one that could not be fetched. */
    UNKNOWN_KEY("kid"),
    WRONG_ALGORITHM("alg"),
    /** An ID token, a refresh token or a logout token. */
    WRONG_TYPE("typ"),
    /** Only the holder of a key may use the token (RFC 7800), which this service does not check. */
    BOUND_TO_A_KEY("cnf"),
    INVALID_CLAIM("", ErrorCodes.MALFORMED_CLAIM),
    NO_NAME("sub"),
    /** The name under which the change log shows loaded files. */
    RESERVED_NAME("sub"),
    NOT_A_JWT("");

    private final String claim;
    private final List<Integer> codes;

    TokenRejectionReason(String claim, Integer... codes) {
        this.claim = claim;
        this.codes = List.of(codes);
    }

    /** Returns the claim to log with the fault; empty if not found. */
    String claim() {
        return claim;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the fault for an exception of the verification. */
    static TokenRejectionReason of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvableKeyException) {
                return UNKNOWN_KEY;
            }
            if (cause instanceof InvalidAlgorithmException) {
                return WRONG_ALGORITHM;
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidJwtException invalid) {
                return Arrays.stream(values()).filter(fault -> fault.codes.stream().anyMatch(invalid::hasErrorCode)).findFirst()
                        .orElse(NOT_A_JWT);
            }
            if (cause instanceof ClassCastException) {
                return INVALID_CLAIM;
            }
        }
        return NOT_A_JWT;
    }
}
