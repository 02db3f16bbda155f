package org.parley.graphql;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Flow;
import org.parley.fault.ErrorCode;
import org.parley.persistence.RevisionTime;

/**
 * The response to a request.
 *
 * @param operation the name of the operation; null if it has none
 * @param readOnly whether the operation is no mutation
 * @param hasData whether it was executed
 * @param extensions the warnings; null if there are none
 * @param revision the revision of the record that was read or made; negative if there is none
 * @param cited the revision to cite; null if it was not requested or nothing was read
 */
public record GraphQlResponse(
        String operation,
        boolean readOnly,
        boolean hasData,
        Object data,
        List<Map<String, Object>> errors,
        Map<Object, Object> extensions,
        long cost,
        int statements,
        long rows,
        long revision,
        RevisionTime cited) {

    /** Returns the outcome: `ok`, `partial` if some fields failed, `rejected` if nothing was executed. */
    public String status() {
        return !hasData ? "rejected" : errors.isEmpty() ? "ok" : "partial";
    }

    /** Whether the response is the same for each equal request until the record changes: that of a query without errors. */
    public boolean isCacheable() {
        return readOnly && hasData && errors.isEmpty();
    }

    /** Returns the number of warnings. */
    public int warnings() {
        return extensions != null && extensions.get(SlugWarnings.WARNINGS) instanceof List<?> warnings ? warnings.size() : 0;
    }

    /** Returns the same response with other extensions. */
    public GraphQlResponse withExtensions(Map<Object, Object> other) {
        return new GraphQlResponse(operation, readOnly, hasData, data, errors, other, cost, statements, rows, revision, cited);
    }

    /** Returns the events of a subscription; null for other operations. */
    public Flow.Publisher<?> events() {
        return data instanceof Flow.Publisher<?> events ? events : null;
    }

    /** Returns the distinct codes of the errors. */
    public Set<ErrorCode> codes() {
        return codes(errors);
    }

    /** Returns the distinct codes of errors. */
    public static Set<ErrorCode> codes(List<Map<String, Object>> errors) {
        Set<ErrorCode> codes = EnumSet.noneOf(ErrorCode.class);
        for (Map<String, Object> error : errors) {
            if (error.get("extensions") instanceof Map<?, ?> extensions && extensions.get("code") instanceof String code) {
                codes.add(ErrorCode.valueOf(code));
            }
        }
        return codes;
    }

    /** Whether an error has this code. */
    public boolean hasError(ErrorCode code) {
        return codes().contains(code);
    }
}
