package org.parley.fault;

/** A request that took longer than it may. */
public class TimeoutException extends RuntimeException {

    public TimeoutException() {
        super("the request took longer than it may; ask for less at once");
    }
}
