package org.parley.fault;

import java.util.Map;

/** A request that reads or writes more than it may. */
public class BudgetExceededException extends RuntimeException {

    private final String limited;
    private final long limit;

    /**
     * Of a limit that is passed.
     *
     * @param limited what is counted: "rows read"
     * @param limit the most of it that a request may have
     */
    public BudgetExceededException(String limited, long limit) {
        super("The number of " + limited + " for this request is over the limit of " + limit
                + ". Ask for smaller pages (first), or for fewer lists in lists.");
        this.limited = limited;
        this.limit = limit;
    }

    Failure failure() {
        return new Failure(getMessage(), Map.of("code", ErrorCode.COST_EXCEEDED.name(), "limited", limited, "limit", limit));
    }
}
