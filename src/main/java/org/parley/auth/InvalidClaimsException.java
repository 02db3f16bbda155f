package org.parley.auth;

/** A token with a valid signature and an invalid claim. */
final class InvalidClaimsException extends RuntimeException {

    private final TokenRejectionReason fault;
    private final String claim;

    InvalidClaimsException(TokenRejectionReason fault, String claim) {
        super(fault.label(), null, false, false);
        this.fault = fault;
        this.claim = claim;
    }

    TokenRejectionReason fault() {
        return fault;
    }

    /** Returns the name of the invalid claim. */
    String claim() {
        return claim;
    }
}
