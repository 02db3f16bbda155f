package org.parley.http;

import java.util.Set;
import org.parley.fault.ErrorCode;
import org.parley.graphql.GraphQlResponse;

/** The HTTP status of a response. */
final class ResponseStatus {

    private static final Set<ErrorCode> RETRYABLE = Set.of(ErrorCode.UNAVAILABLE, ErrorCode.TIMEOUT, ErrorCode.REVISION_NOT_REACHED);

    private ResponseStatus() {
    }

    /**
     * Returns the HTTP status. A document that was not executed is a 4xx, except for clients that accept only application/json, which
     * expect 200. A table fails with any error.
     */
    static int of(MediaType type, GraphQlResponse answer) {
        if (answer.hasError(ErrorCode.METHOD_NOT_ALLOWED)) {
            return 405;
        }
        if (answer.hasError(ErrorCode.RATE_LIMITED)) {
            return 429;
        }
        if (type.table() != null && !answer.errors().isEmpty()) {
            return of(answer.codes());
        }
        if (!answer.hasData() && answer.codes().stream().anyMatch(RETRYABLE::contains)) {
            return 503;
        }
        return answer.hasData() || type == MediaType.JSON ? 200 : 400;
    }

    /** Returns the status of a response that consists of errors with these codes. */
    static int of(Set<ErrorCode> codes) {
        return codes.contains(ErrorCode.INTERNAL) ? 500 : codes.stream().anyMatch(RETRYABLE::contains) ? 503 : 400;
    }
}
