package org.parley.fault;

/** Invalid input. The message says what to send instead, and is sent to the client. */
public class BadUserInputException extends RuntimeException {

    public BadUserInputException(String message) {
        super(message);
    }
}
