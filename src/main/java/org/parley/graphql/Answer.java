package org.parley.graphql;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Flow;
import org.parley.fault.ErrorCode;

/**
 * What the engine answers: the name of the operation where it has one, whether it only reads, data where there is any, errors where there
 * are some, what it took, and the revision of the record that was read, or made; negative where nothing was.
 */
public record Answer(
        String operation,
        boolean reads,
        boolean hasData,
        Object data,
        List<Map<String, Object>> errors,
        long cost,
        int statements,
        long rows,
        long revision) {

    /** How it ended: ok, partial where some field failed, refused where nothing was run. */
    public String status() {
        return !hasData ? "refused" : errors.isEmpty() ? "ok" : "partial";
    }

    /** Whether the same question has the same answer while the record is the same: a whole answer, to what only read. */
    public boolean isLasting() {
        return reads && hasData && errors.isEmpty();
    }

    /** What a subscription that has begun will hear; null for every other answer. */
    public Flow.Publisher<?> events() {
        return data instanceof Flow.Publisher<?> events ? events : null;
    }

    /** The codes of the errors, each once. */
    public Set<ErrorCode> codes() {
        Set<ErrorCode> codes = EnumSet.noneOf(ErrorCode.class);
        for (Map<String, Object> error : errors) {
            if (error.get("extensions") instanceof Map<?, ?> extensions && extensions.get("code") instanceof String code) {
                codes.add(ErrorCode.valueOf(code));
            }
        }
        return codes;
    }

    /** Whether one of the errors has this code. */
    public boolean hasError(ErrorCode code) {
        return codes().contains(code);
    }
}
