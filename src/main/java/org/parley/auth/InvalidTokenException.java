package org.parley.auth;

/** A token that is invalid, or missing where one is required. */
public final class InvalidTokenException extends RuntimeException {

    private static final String INVALID_TOKEN = "Bearer error=\"invalid_token\"";

    private final String challenge;

    private InvalidTokenException(String message, String challenge) {
        super(message, null, false, false);
        this.challenge = challenge;
    }

    static InvalidTokenException missing() {
        return new InvalidTokenException("Reading requires an access token. Send it as Authorization: Bearer TOKEN.", "Bearer");
    }

    /** The message does not state what is wrong with the token, which would help a forger; the log does. */
    static InvalidTokenException invalid() {
        return new InvalidTokenException("The access token is not valid for this service. Request a new one from the identity provider.",
                INVALID_TOKEN);
    }

    static InvalidTokenException nameless() {
        return new InvalidTokenException(
                "The access token does not identify its holder. Request one with the claim sub and, if this service is"
                        + " configured to read the name from another claim, with that claim.",
                INVALID_TOKEN);
    }

    static InvalidTokenException reservedName(String name) {
        return new InvalidTokenException(
                "The name '" + name + "' is reserved for changes made by loading files. Use an account of another" + " name.",
                INVALID_TOKEN);
    }

    static InvalidTokenException notConfigured() {
        return new InvalidTokenException("This service accepts no tokens, as no identity provider is configured. Send none.",
                INVALID_TOKEN);
    }

    /** Returns the value of the header WWW-Authenticate (RFC 6750, section 3). */
    public String challenge() {
        return challenge;
    }
}
