package org.parley.fault;

/** A request that timed out. */
public class TimeoutException extends RuntimeException {

    private static final String TIMED_OUT = "The request timed out. ";

    public TimeoutException() {
        super(TIMED_OUT + "Request less at once.");
    }

    private TimeoutException(String message) {
        super(message);
    }

    /** A mutation that timed out; its change may have been made. */
    public static TimeoutException ofMutation() {
        return new TimeoutException(TIMED_OUT
                + "The mutation may have been executed. Send it again with the same clientMutationId; it is executed once. Without one, read the record first.");
    }
}
