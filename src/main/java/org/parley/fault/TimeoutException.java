package org.parley.fault;

/** A request that took longer than it may. */
public class TimeoutException extends RuntimeException {

    private static final String LATE = "the request took longer than it may; ";

    public TimeoutException() {
        super(LATE + "ask for less at once");
    }

    private TimeoutException(String message) {
        super(message);
    }

    /** Of a request that may have changed the record: nobody is to take it for not done. */
    public static TimeoutException ofChange() {
        return new TimeoutException(LATE
                + "what it was to change may have been changed. Send that again with the same clientMutationId, which is done once; without one, look first");
    }
}
