package org.parley.rights;

/** A token that nobody vouches for, or none where one is needed. */
public final class RejectedException extends RuntimeException {

    private final String challenge;

    private RejectedException(String message, String challenge) {
        super(message, null, false, false);
        this.challenge = challenge;
    }

    static RejectedException missing() {
        return new RejectedException("this record is shown to those who are known; send a token (Authorization: Bearer ...)", "Bearer");
    }

    static RejectedException invalid() {
        return new RejectedException("the token is none that this service takes: forged, expired, or made for another; ask for a new one",
                "Bearer error=\"invalid_token\"");
    }

    static RejectedException nameless() {
        return new RejectedException("the token does not say who writes: the record remembers that; ask for one that has a name (upn,"
                + " preferred_username or sub)", "Bearer error=\"invalid_token\"");
    }

    static RejectedException nameOfTheFiles(String name) {
        return new RejectedException("'" + name + "' is the name by which the record remembers what the data set's files brought;"
                + " ask for a token of another name to write by", "Bearer error=\"invalid_token\"");
    }

    static RejectedException unknown() {
        return new RejectedException("this service takes no tokens, as it is not set up to know them; send none",
                "Bearer error=\"invalid_token\"");
    }

    /** As it stands in the header WWW-Authenticate. */
    public String challenge() {
        return challenge;
    }
}
