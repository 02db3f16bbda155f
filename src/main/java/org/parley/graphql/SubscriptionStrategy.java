package org.parley.graphql;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphqlErrorBuilder;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategy;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.ResultPath;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.parley.fault.BadUserInputException;
import org.parley.fault.ErrorCode;
import org.parley.fault.Failure;
import org.parley.graphql.Selection.SelectedField;

/**
 * Runs a subscription. Where it begins, its data are the events that it will hear; for each event it is run again, with that event as the
 * value of its one field.
 */
final class SubscriptionStrategy extends ExecutionStrategy {

    /** The key of the context that says that who asks can be told of events. */
    static final String LISTENS = "parley.listens";
    /** The key of the context under which an event stands. */
    static final String EVENT = "parley.event";

    private final ServedFields served;

    SubscriptionStrategy(ServedFields served) {
        this.served = served;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(ExecutionContext context, ExecutionStrategyParameters parameters) {
        Selections selections = new Selections(context, served);
        Selection selection = selections.ofRoot(context.getGraphQLSchema().getSubscriptionType());
        Object event = context.getGraphQLContext().get(EVENT);
        if (event != null) {
            return CompletableFuture.completedFuture(answer(selections, selection, event));
        }
        if (!context.getGraphQLContext().getOrDefault(LISTENS, false)) {
            throw new RefusedDocumentException(ErrorCode.BAD_USER_INPUT,
                    "a subscription is heard over a WebSocket; connect to this address with the protocol graphql-transport-ws");
        }
        return CompletableFuture.completedFuture(begin(selection));
    }

    private ExecutionResult answer(Selections selections, Selection selection, Object event) {
        LevelExecution execution = new LevelExecution(served, selections, false);
        ObjectValue root = new ObjectValue(selection, this);
        root.values[0] = execution.run(selection.fields().get(0), () -> event);
        return execution.result(root);
    }

    private ExecutionResult begin(Selection selection) {
        if (selection.fields().size() != 1 || !(selection.fields().get(0).served().source() instanceof Resolution resolution)) {
            throw new RefusedDocumentException(ErrorCode.BAD_USER_INPUT, "a subscription has one field");
        }
        SelectedField field = selection.fields().get(0);
        if (field.refusal() != null) {
            return refused(field, Failure.of(new BadUserInputException(field.refusal().message()), resolution::name));
        }
        try {
            return new ExecutionResultImpl(resolution.answer(List.of(this), field.arguments()).get(0), List.of());
        } catch (RuntimeException e) {
            return refused(field, Failure.of(e, () -> "field " + resolution.name()));
        }
    }

    private static ExecutionResult refused(SelectedField field, Failure failure) {
        return new ExecutionResultImpl(GraphqlErrorBuilder.newError().message("%s", failure.message()).extensions(failure.extensions())
                .path(ResultPath.rootPath().segment(field.asked().getResultKey()))
                .location(field.asked().getSingleField().getSourceLocation()).build());
    }
}
