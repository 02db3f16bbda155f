package org.parley.graphql;

import java.util.Map;
import org.parley.fault.ErrorCode;

/** A document that asks for more than the service allows; refused before anything of it is run. */
final class LimitExceededException extends RefusedDocumentException {

    private LimitExceededException(String message, Map<String, Object> extensions) {
        super(message, extensions);
    }

    /** Refuses where `is` is more than `limit`. */
    static void check(String what, long is, long limit, String instead) {
        if (is > limit) {
            throw new LimitExceededException("the " + what + " of this document is " + is + ", the limit is " + limit + "; " + instead,
                    Map.of("code", ErrorCode.COST_EXCEEDED.name(), "limited", what, "value", is, "limit", limit));
        }
    }
}
