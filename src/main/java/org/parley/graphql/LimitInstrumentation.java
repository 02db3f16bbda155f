package org.parley.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLContext;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.OperationDefinition.Operation;
import org.parley.fault.ErrorCode;
import org.parley.persistence.ReadContext;

/** Checks operations against the limits before execution. */
final class LimitInstrumentation extends SimplePerformantInstrumentation {

    /** Context key of the cost of the operation. */
    static final String COST = "parley.cost";
    /** Context key of the name of the operation. */
    static final String OPERATION = "parley.operation";
    /** Context key: whether the operation is no mutation. */
    static final String READ_ONLY_OPERATION = "parley.reads";
    /** Context key: whether the request may contain no mutation. */
    static final String READ_ONLY_REQUEST = "parley.readOnly";

    /** Context key of the permit that the operation holds. */
    static final String LEASE = "parley.lease";
    /** Context key: whether the operation reads more of a response, so that it is expensive. */
    static final String CONTINUES = "parley.continues";
    /** Context key of the permits of the client. */
    static final String SHARE = "parley.share";

    private final RequestLimits limits;
    private final CapacityLimits capacity;

    LimitInstrumentation(RequestLimits limits) {
        this.limits = limits;
        this.capacity = new CapacityLimits(limits);
    }

    @Override
    public ExecutionContext instrumentExecutionContext(ExecutionContext context, InstrumentationExecutionParameters parameters,
            InstrumentationState state) {
        return RequestVariables.withoutNullConditions(context);
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(InstrumentationExecuteOperationParameters parameters,
            InstrumentationState state) {
        ExecutionContext execution = parameters.getExecutionContext();
        GraphQLContext context = execution.getGraphQLContext();
        Operation operation = execution.getOperationDefinition().getOperation();
        context.put(READ_ONLY_OPERATION, operation != Operation.MUTATION);
        if (context.getBoolean(READ_ONLY_REQUEST) && operation == Operation.MUTATION) {
            throw new DocumentRejectedException(ErrorCode.METHOD_NOT_ALLOWED,
                    "Mutations are not allowed by GET, as a table or with the parameter asOf. Send the request by POST, for JSON.");
        }
        Cost.Weight weight = Cost.of(execution, limits.listSize());
        context.put(COST, weight.cost());
        if (execution.getOperationDefinition().getName() != null) {
            context.put(OPERATION, execution.getOperationDefinition().getName());
        }
        LimitExceededException.check("depth", weight.depth(), limits.depth(), "Split it into several requests.");
        LimitExceededException.check("number of root fields", weight.width(), limits.rootFields(), "Split it into several requests.");
        LimitExceededException.check("cost", weight.cost(), limits.cost(), "Request smaller pages (first) or fewer nested lists.");
        if (!context.hasKey(LEASE)) {
            long cost = context.getBoolean(CONTINUES) ? Math.max(weight.cost(), limits.expensiveCost()) : weight.cost();
            context.put(LEASE, capacity.acquire(operation, cost, context.get(SHARE), context.get(ReadContext.class)));
        }
        return super.beginExecuteOperation(parameters, state);
    }
}
