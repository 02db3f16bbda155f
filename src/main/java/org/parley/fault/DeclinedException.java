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

    Failure failure() {
        return new Failure(getMessage(), extensions);
    }
}
