package org.parley.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request that is rejected with a code and extensions. The message is sent to the client. */
public class RequestDeclinedException extends RuntimeException {

    private final transient Map<String, Object> extensions = new LinkedHashMap<>();

    public RequestDeclinedException(ErrorCode code, String message, Map<String, Object> details) {
        super(message);
        extensions.put("code", code.name());
        extensions.putAll(details);
    }

    /** Rejects a mutation that failed before it was written. Keeps the id of an internal error. */
    public static RequestDeclinedException ofMutation(ClientError failure) {
        ErrorCode code = failure.code();
        return code == ErrorCode.TIMEOUT || code == ErrorCode.UNAVAILABLE ? retryable(code)
                : new RequestDeclinedException(code, "Nothing was written: " + failure.message(), failure.extensions());
    }

    /** Rejects a mutation that may succeed in a moment. */
    public static RequestDeclinedException retryable(ErrorCode code) {
        return new RequestDeclinedException(code,
                "Nothing was written: the service is busy or the database is unavailable; retry in a moment", Map.of());
    }

    /** Rejects a mutation because the database is read-only. */
    public static RequestDeclinedException readOnly() {
        return new RequestDeclinedException(ErrorCode.READ_ONLY, "Nothing was written: " + ClientError.READ_ONLY, Map.of());
    }

    public ErrorCode code() {
        return failure().code();
    }

    ClientError failure() {
        return new ClientError(getMessage(), extensions);
    }
}
