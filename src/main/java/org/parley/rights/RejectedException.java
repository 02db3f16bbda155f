package org.parley.rights;

/** A token that is not valid, or none where one is needed. */
public final class RejectedException extends RuntimeException {

    private static final String INVALID_TOKEN = "Bearer error=\"invalid_token\"";

    private final String challenge;

    private RejectedException(String message, String challenge) {
        super(message, null, false, false);
        this.challenge = challenge;
    }

    static RejectedException missing() {
        return new RejectedException("Reading needs an access token. Send one: Authorization: Bearer TOKEN.", "Bearer");
    }

    /** Whoever sends a forged token is not told what is wrong with it: the log says that. */
    static RejectedException invalid() {
        return new RejectedException("The access token is not valid for this service. Request a new one from the identity provider.",
                INVALID_TOKEN);
    }

    static RejectedException nameless() {
        return new RejectedException("The access token does not identify its holder. Request one with the claim sub, and the claim that"
                + " names the holder where this service reads a claim of its own for that.", INVALID_TOKEN);
    }

    static RejectedException reservedName(String name) {
        return new RejectedException(
                "The name '" + name + "' is reserved for changes made by loading files. Use an account of another" + " name.",
                INVALID_TOKEN);
    }

    static RejectedException notConfigured() {
        return new RejectedException("This service accepts no tokens, as no identity provider is configured. Send none.", INVALID_TOKEN);
    }

    /** The value of the header WWW-Authenticate. */
    public String challenge() {
        return challenge;
    }
}
