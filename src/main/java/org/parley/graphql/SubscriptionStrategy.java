package org.parley.graphql;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphqlErrorBuilder;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategy;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.ResultPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.parley.fault.BadUserInputException;
import org.parley.fault.ClientError;
import org.parley.fault.ErrorCode;
import org.parley.graphql.Selection.SelectedField;
import org.parley.persistence.ReadContext;

/**
 * Execution strategy for subscriptions. The first execution returns the publisher of events; then each event is executed as the value of
 * the root field.
 *
 * @see <a href="https://spec.graphql.org/October2021/#sec-Subscription">GraphQL, section 6.2.3</a>
 */
final class SubscriptionStrategy extends ExecutionStrategy {

    /** Context key: whether the client can receive events. */
    static final String ACCEPTED = "parley.subscriptions";
    /** Context key of the id of the last event that the client received; it replaces the argument `after`. */
    static final String LAST_EVENT_ID = "parley.last-event-id";
    /** Context key of the event to execute. */
    static final String EVENT = "parley.event";

    private final FieldRegistry registry;

    SubscriptionStrategy(FieldRegistry registry) {
        this.registry = registry;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(ExecutionContext context, ExecutionStrategyParameters parameters) {
        SelectionCollector selections = new SelectionCollector(context, registry);
        Selection selection = selections.ofRoot(context.getGraphQLSchema().getSubscriptionType());
        Object event = context.getGraphQLContext().get(EVENT);
        if (event != null) {
            ReadContext reads = context.getGraphQLContext().get(ReadContext.class);
            return CompletableFuture
                    .completedFuture(executeEvent(new LevelExecution(registry, selections, reads, false), selection, event));
        }
        if (!context.getGraphQLContext().getOrDefault(ACCEPTED, false)) {
            throw new DocumentRejectedException(ErrorCode.BAD_USER_INPUT,
                    "A subscription is answered as a stream of events. Send the header Accept: text/event-stream, or connect a WebSocket to this URL "
                            + "with the protocol graphql-transport-ws.");
        }
        if (context.getGraphQLContext().hasKey(AsOfArgument.DEFAULT)) {
            throw new DocumentRejectedException(ErrorCode.BAD_USER_INPUT,
                    "A subscription reads the current state. Remove the parameter asOf.");
        }
        return CompletableFuture.completedFuture(subscribe(selection, context.getGraphQLContext().get(LAST_EVENT_ID)));
    }

    private ExecutionResult executeEvent(LevelExecution execution, Selection selection, Object event) {
        ObjectValue root = new ObjectValue(selection, this);
        root.values[0] = execution.run(selection.fields().get(0), () -> event);
        return execution.result(root);
    }

    private ExecutionResult subscribe(Selection selection, String lastEventId) {
        if (selection.fields().size() != 1 || !(selection.fields().get(0).schemaField().source() instanceof FieldResolver resolver)) {
            throw new DocumentRejectedException(ErrorCode.BAD_USER_INPUT, "A subscription must have exactly one root field.");
        }
        SelectedField field = selection.fields().get(0);
        if (field.rejection() != null) {
            return failed(field, ClientError.of(new BadUserInputException(field.rejection().message()), resolver::name));
        }
        Map<String, Object> arguments = new HashMap<>(field.arguments());
        if (lastEventId != null) {
            arguments.put("after", lastEventId);
        }
        try {
            return new ExecutionResultImpl(resolver.resolve(List.of(this), arguments).get(0), List.of());
        } catch (RuntimeException e) {
            return failed(field, ClientError.of(e, () -> "field " + resolver.name()));
        }
    }

    private static ExecutionResult failed(SelectedField field, ClientError failure) {
        return new ExecutionResultImpl(GraphqlErrorBuilder.newError().message("%s", failure.message()).extensions(failure.extensions())
                .path(ResultPath.rootPath().segment(field.merged().getResultKey()))
                .location(field.merged().getSingleField().getSourceLocation()).build());
    }
}
