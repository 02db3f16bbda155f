package org.parley.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is not done, the code that says why, and what a client has to know to do better; the message is shown to it. */
public class DeclinedException extends RuntimeException {

    private final transient Map<String, Object> extensions = new LinkedHashMap<>();

    public DeclinedException(ErrorCode code, String message, Map<String, Object> more) {
        super(message);
        extensions.put("code", code.name());
        extensions.putAll(more);
    }

    /** A change that failed before it was written. What `failure` says of a fault of ours stays: the id in the log. */
    public static DeclinedException ofChange(Failure failure) {
        ErrorCode code = failure.code();
        return code == ErrorCode.TIMEOUT || code == ErrorCode.UNAVAILABLE ? ofChangeNow(code)
                : new DeclinedException(code, "nothing was written: " + failure.message(), failure.extensions());
    }

    /** A change that cannot be made now, and can be in a moment. */
    public static DeclinedException ofChangeNow(ErrorCode code) {
        return new DeclinedException(code, "nothing was written: the record cannot be changed now; try again in a moment", Map.of());
    }

    /** A change that the database does not take. */
    public static DeclinedException readOnly() {
        return new DeclinedException(ErrorCode.READ_ONLY, "nothing was written: " + Failure.READ_ONLY, Map.of());
    }

    public ErrorCode code() {
        return failure().code();
    }

    Failure failure() {
        return new Failure(getMessage(), extensions);
    }
}
