package org.parley.graphql;

import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategy;
import graphql.execution.ExecutionStrategyParameters;
import java.util.concurrent.CompletableFuture;
import org.parley.fault.DeclinedException;
import org.parley.fault.ErrorCode;
import org.parley.fault.Failure;
import org.parley.fault.TimeoutException;
import org.parley.graphql.Selection.SelectedField;
import org.parley.store.Reading;

/** Runs the fields of a mutation one after the other, each down to its leaves before the next is begun; none where one is refused. */
final class MutationStrategy extends ExecutionStrategy {

    /** The key of the context under which it stands who asks. */
    static final String CALLER = "parley.caller";

    private final ServedFields served;

    MutationStrategy(ServedFields served) {
        this.served = served;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(ExecutionContext context, ExecutionStrategyParameters parameters) {
        Caller caller = context.getGraphQLContext().get(CALLER);
        Selections selections = new Selections(context, served);
        Selection selection = selections.ofRoot(context.getGraphQLSchema().getMutationType());
        selection.fields().forEach(field -> check(caller, field));
        LevelExecution execution = new LevelExecution(served, selections, true);
        ObjectValue root = new ObjectValue(selection, this);
        for (int i = 0; i < root.values.length; i++) {
            root.values[i] = answer(caller, selection.fields().get(i), execution, root);
        }
        return CompletableFuture.completedFuture(execution.result(root));
    }

    private static void check(Caller caller, SelectedField field) {
        if (field.served().source() instanceof Mutation mutation) {
            NotPermittedException.check(caller, mutation);
        }
    }

    private static Object answer(Caller caller, SelectedField field, LevelExecution execution, ObjectValue root) {
        if (field.served().source() instanceof Mutation mutation) {
            return execution.run(field, () -> {
                renew(mutation);
                return run(caller, mutation, field);
            });
        }
        if (field.refusal() != null) {
            return execution.run(field, () -> null);
        }
        return root.selection.type().getName();
    }

    /** The response states its revision, so that a client can read at least that revision, also after other changes. */
    private static Mutation.Payload run(Caller caller, Mutation mutation, SelectedField field) {
        try {
            Mutation.Payload payload = mutation.action().run(caller, field.arguments());
            Reading.expect(payload.revision());
            return payload;
        } catch (DeclinedException e) {
            if (e.code() == ErrorCode.CONFLICT) {
                Reading.learnRevision();
            }
            throw e;
        }
    }

    /** Refused when the request is late: this change, and those behind it, are not begun. */
    private static void renew(Mutation mutation) {
        try {
            Reading.renew();
        } catch (TimeoutException e) {
            throw DeclinedException.ofChange(Failure.of(e, mutation::name));
        }
    }
}
