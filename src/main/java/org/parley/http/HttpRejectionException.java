package org.parley.http;

import org.parley.fault.ErrorCode;

/** A request that is rejected before an operation is executed, with its HTTP status. */
public final class HttpRejectionException extends Exception {

    private final int status;
    private final transient ErrorCode code;

    public HttpRejectionException(int status, ErrorCode code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    public ErrorCode code() {
        return code;
    }
}
