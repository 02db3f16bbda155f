package org.parley.store;

import org.parley.fault.TimeoutException;

/** What SQL the request on this thread has sent, and until when it may send more. A request stays on one thread. */
public final class RequestBudget {

    private static final ThreadLocal<RequestBudget> CURRENT = new ThreadLocal<>();

    private final long deadline;
    private int statements;

    private RequestBudget(long deadline) {
        this.deadline = deadline;
    }

    /** Begins a request that may send SQL until that moment of System.nanoTime(). */
    public static void begin(long deadline) {
        CURRENT.set(new RequestBudget(deadline));
    }

    /** Ends the request, and tells how many statements it sent. */
    public static int end() {
        RequestBudget budget = CURRENT.get();
        CURRENT.remove();
        return budget == null ? 0 : budget.statements;
    }

    /** Called before each statement. */
    static void spend() {
        RequestBudget budget = CURRENT.get();
        if (budget == null) {
            return;
        }
        if (System.nanoTime() - budget.deadline > 0) {
            throw new TimeoutException();
        }
        budget.statements++;
    }
}
