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

/** Holds every operation against the limits before anything of it is run. */
final class LimitInstrumentation extends SimplePerformantInstrumentation {

    /** The key of the context under which the cost of the operation is left. */
    static final String COST = "parley.cost";
    /** The key of the context under which the name of the operation is left. */
    static final String OPERATION = "parley.operation";
    /** The key of the context under which it is left whether the operation only reads. */
    static final String READS = "parley.reads";
    /** The key of the context that says that the request may only read. */
    static final String READ_ONLY = "parley.readOnly";

    /** The key of the context under which the capacity is left that the operation holds. */
    static final String LEASE = "parley.lease";
    /** The key of the context that says of whose share that is. */
    static final String SHARE = "parley.share";

    private final Limits limits;
    private final WorkLimits work;

    LimitInstrumentation(Limits limits) {
        this.limits = limits;
        this.work = new WorkLimits(limits);
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
        context.put(READS, operation == Operation.QUERY);
        if (context.getBoolean(READ_ONLY) && operation == Operation.MUTATION) {
            throw new RefusedDocumentException(ErrorCode.METHOD_NOT_ALLOWED, "GET may only read; send this operation by POST");
        }
        Cost.Weight weight = Cost.of(execution, limits.listSize());
        context.put(COST, weight.cost());
        if (execution.getOperationDefinition().getName() != null) {
            context.put(OPERATION, execution.getOperationDefinition().getName());
        }
        LimitExceededException.check("depth", weight.depth(), limits.depth(), "ask in two requests");
        LimitExceededException.check("number of root fields", weight.width(), limits.rootFields(), "ask in two requests");
        LimitExceededException.check("cost", weight.cost(), limits.cost(), "ask for smaller pages (first), or for fewer lists in lists");
        context.put(LEASE, work.take(operation, weight.cost(), context.get(SHARE)));
        return super.beginExecuteOperation(parameters, state);
    }
}
