package org.parley.graphql;

import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategy;
import graphql.execution.ExecutionStrategyParameters;
import java.util.concurrent.CompletableFuture;
import org.parley.fault.ClientError;
import org.parley.fault.ErrorCode;
import org.parley.fault.RequestDeclinedException;
import org.parley.fault.TimeoutException;
import org.parley.graphql.Selection.SelectedField;
import org.parley.persistence.ReadContext;

/**
 * Execution strategy for mutations: executes the fields one after the other, each completely before the next. Executes none if one is
 * rejected.
 *
 * @see <a href="https://spec.graphql.org/October2021/#sec-Mutation">GraphQL, section 6.2.2</a>
 */
final class MutationStrategy extends ExecutionStrategy {

    /** Context key of the client. */
    static final String CALLER = "parley.caller";

    private final FieldRegistry registry;

    MutationStrategy(FieldRegistry registry) {
        this.registry = registry;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(ExecutionContext context, ExecutionStrategyParameters parameters) {
        Caller caller = context.getGraphQLContext().get(CALLER);
        ReadContext reads = context.getGraphQLContext().get(ReadContext.class);
        SelectionCollector selections = new SelectionCollector(context, registry);
        Selection selection = selections.ofRoot(context.getGraphQLSchema().getMutationType());
        selection.fields().forEach(field -> check(caller, field));
        LevelExecution execution = new LevelExecution(registry, selections, reads, true);
        ObjectValue root = new ObjectValue(selection, this);
        for (int i = 0; i < root.values.length; i++) {
            root.values[i] = execute(caller, selection.fields().get(i), execution, root);
        }
        return CompletableFuture.completedFuture(execution.result(root));
    }

    private static void check(Caller caller, SelectedField field) {
        if (field.schemaField().source() instanceof MutationField mutation) {
            NotPermittedException.check(caller, mutation);
        }
    }

    private static Object execute(Caller caller, SelectedField field, LevelExecution execution, ObjectValue root) {
        if (field.schemaField().source() instanceof MutationField mutation) {
            return execution.run(field, () -> {
                renew(mutation, execution.reads);
                return run(caller, mutation, field, execution.reads);
            });
        }
        if (field.rejection() != null) {
            return execution.run(field, () -> null);
        }
        return root.selection.type().getName();
    }

    /**
     * Executes a mutation. The response states its revision, so that a client can read at least that revision, also after other changes.
     */
    private static MutationField.Payload run(Caller caller, MutationField mutation, SelectedField field, ReadContext reads) {
        try {
            MutationField.Payload payload = mutation.action().run(caller, field.arguments(), reads);
            reads.setMinRevision(payload.revision());
            return payload;
        } catch (RequestDeclinedException e) {
            if (e.code() == ErrorCode.CONFLICT) {
                reads.refreshRevision();
            }
            throw e;
        }
    }

    /** Renews the snapshot. Fails if the request has timed out, before this mutation and those after it are executed. */
    private static void renew(MutationField mutation, ReadContext reads) {
        try {
            reads.renewSnapshot();
        } catch (TimeoutException e) {
            throw RequestDeclinedException.ofMutation(ClientError.of(e, mutation::name));
        }
    }
}
