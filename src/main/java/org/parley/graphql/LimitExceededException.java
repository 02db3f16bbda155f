package org.parley.graphql;

import java.util.Map;
import org.parley.fault.ErrorCode;

/** A document that exceeds a limit. Rejected before execution. */
final class LimitExceededException extends DocumentRejectedException {

    private LimitExceededException(String message, Map<String, Object> extensions) {
        super(message, extensions);
    }

    /**
     * Throws if `is` exceeds `limit`.
     *
     * @param advice a sentence on what to send instead
     */
    static void check(String what, long is, long limit, String advice) {
        if (is > limit) {
            throw new LimitExceededException("The " + what + " of this document is " + is + "; the limit is " + limit + ". " + advice,
                    Map.of("code", ErrorCode.COST_EXCEEDED.name(), "limited", what, "value", is, "limit", limit));
        }
    }
}
