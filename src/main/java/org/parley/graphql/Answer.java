package org.parley.graphql;

import java.util.List;
import java.util.Map;
import org.parley.fault.ErrorCode;

/**
 * What the engine answers: the name of the operation where it has one, whether it only reads, data where there is any, errors where there
 * are some, and what it took.
 */
public record Answer(
        String operation,
        boolean reads,
        boolean hasData,
        Object data,
        List<Map<String, Object>> errors,
        long cost,
        int statements) {

    /** How it ended: ok, partial where some field failed, refused where nothing was run. */
    public String status() {
        return !hasData ? "refused" : errors.isEmpty() ? "ok" : "partial";
    }

    /** Whether the same question has the same answer while the record is the same: a whole answer, to what only read. */
    public boolean isLasting() {
        return reads && hasData && errors.isEmpty();
    }

    /** Whether one of the errors has this code. */
    public boolean hasError(ErrorCode code) {
        return errors.stream()
                .anyMatch(error -> error.get("extensions") instanceof Map<?, ?> extensions && code.name().equals(extensions.get("code")));
    }
}
