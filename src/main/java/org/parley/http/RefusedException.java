package org.parley.http;

import org.parley.fault.ErrorCode;

/** A request that is refused before any document is run. */
final class RefusedException extends Exception {

    private final int status;
    private final transient ErrorCode code;

    RefusedException(int status, ErrorCode code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    ErrorCode code() {
        return code;
    }
}
