package org.parley.rights;

/** A token whose signature is right and whose claims are not. */
final class InvalidTokenException extends RuntimeException {

    private final TokenFault fault;
    private final String claim;

    InvalidTokenException(TokenFault fault, String claim) {
        super(fault.word(), null, false, false);
        this.fault = fault;
        this.claim = claim;
    }

    TokenFault fault() {
        return fault;
    }

    /** The claim that is wrong. */
    String claim() {
        return claim;
    }
}
