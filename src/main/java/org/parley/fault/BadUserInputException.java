package org.parley.fault;

/** A request that cannot be answered as it is. The message says what to send instead, and is shown to the client. */
public class BadUserInputException extends RuntimeException {

    public BadUserInputException(String message) {
        super(message);
    }
}
