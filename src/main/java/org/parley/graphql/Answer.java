package org.parley.graphql;

import java.util.List;
import java.util.Map;
import org.parley.fault.ErrorCode;

/** What the engine answers: data where there is any, errors where there are some, and what it took. */
public record Answer(boolean hasData, Object data, List<Map<String, Object>> errors, long cost, int statements) {

    /** Whether one of the errors has this code. */
    public boolean hasError(ErrorCode code) {
        return errors.stream()
                .anyMatch(error -> error.get("extensions") instanceof Map<?, ?> extensions && code.name().equals(extensions.get("code")));
    }
}
