package org.parley.fault;

import java.time.Duration;
import java.util.Map;

/** A request that exceeds one of its limits during execution. */
public class BudgetExceededException extends RuntimeException {

    private final transient Map<String, Object> extensions;

    private BudgetExceededException(String message, Map<String, Object> extensions) {
        super(message);
        this.extensions = extensions;
    }

    private BudgetExceededException(String message, String limited, long limit) {
        this(message, Map.of("code", ErrorCode.COST_EXCEEDED.name(), "limited", limited, "limit", limit));
    }

    /**
     * A count over its limit.
     *
     * @param limited what is counted, such as "rows read"
     * @param limit its maximum per request
     */
    public static BudgetExceededException ofNumber(String limited, long limit) {
        return new BudgetExceededException("The number of " + limited + " for this request exceeds the limit of " + limit
                + ". Request smaller pages (first) or fewer nested lists.", limited, limit);
    }

    /** The database time over its limit. */
    public static BudgetExceededException ofDatabaseTime(Duration limit) {
        return new BudgetExceededException("The database time of this request exceeds the limit of " + limit.toMillis()
                + " ms. Send a stricter filter or a shorter date range, request smaller pages (first) or fewer nested lists, or omit"
                + " totalCount.", "database milliseconds", limit.toMillis());
    }

    /** The database time over its limit on an overloaded machine, so that the request is not the cause. */
    public static BudgetExceededException ofOverload() {
        return new BudgetExceededException("The service or the database is overloaded. Retry in a moment.",
                Map.of("code", ErrorCode.UNAVAILABLE.name()));
    }

    /** The memory of all responses over its limit. */
    public static BudgetExceededException ofMemory() {
        return new BudgetExceededException("Too many large responses at once. Retry in a moment, or request smaller pages (first).",
                Map.of("code", ErrorCode.UNAVAILABLE.name()));
    }

    /** The memory of the responses to one client over its limit. */
    public static BudgetExceededException ofClientMemory() {
        return new BudgetExceededException(
                "The responses to this client use too much memory. Read them or request smaller pages (first), then retry.",
                Map.of("code", ErrorCode.UNAVAILABLE.name()));
    }

    ClientError failure() {
        return new ClientError(getMessage(), extensions);
    }
}
