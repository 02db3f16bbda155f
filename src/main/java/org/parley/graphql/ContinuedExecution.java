package org.parley.graphql;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLContext;
import org.parley.fault.BadUserInputException;
import org.parley.fault.ClientError;

/** Executes the documents of a {@link Continuation}, with one permit of an expensive operation. */
final class ContinuedExecution {

    private final ExecutionInput input;
    private final GraphQLContext context;
    private final Continuation continuation;

    /** @param input the first document, whose context holds the permit of the request */
    ContinuedExecution(ExecutionInput input, Continuation continuation) {
        this.input = input;
        this.context = input.getGraphQLContext();
        this.continuation = continuation;
    }

    /** What executes a document. */
    interface Executor {
        ExecutionResult execute(ExecutionInput input);
    }

    /** Returns the result of all documents; without data if one of them fails. */
    ExecutionResult execute(ExecutionResult first, Executor executor) {
        long cost = cost();
        boolean continued = false;
        ExecutionResult last = first;
        try {
            for (Continuation.Part part = continuation.next(first.getData(), cost()); part != null; part = continuation.next(last.getData(),
                    cost())) {
                if (!continued) {
                    releaseCheapPermit();
                    continued = true;
                }
                Continuation.Part next = part;
                last = executor
                        .execute(input.transform(same -> same.query(next.document()).operationName(null).variables(next.variables())));
                if (!last.getErrors().isEmpty()) {
                    return new ExecutionResultImpl(last.getErrors());
                }
                cost += cost();
            }
        } catch (BadUserInputException e) {
            return ErrorFormat.result(ClientError.of(e, () -> "a table"));
        }
        context.put(LimitInstrumentation.COST, cost);
        Object data = continuation.data();
        return continued ? first.transform(same -> same.data(data)) : first;
    }

    /** The next document waits for a permit of its own, without holding another one. */
    private void releaseCheapPermit() {
        context.getOrDefault(LimitInstrumentation.LEASE, CapacityLimits.Lease.NONE).release();
        context.delete(LimitInstrumentation.LEASE);
        context.put(LimitInstrumentation.CONTINUES, true);
    }

    private long cost() {
        return context.getOrDefault(LimitInstrumentation.COST, 0L);
    }
}
