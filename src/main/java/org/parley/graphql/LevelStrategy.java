package org.parley.graphql;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategy;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.parley.graphql.Selection.SelectedField;
import org.parley.store.Reading;

/**
 * The engine's hook for running operations: reading, checking and variables are the engine's, fields are answered level by level. What the
 * document asks of the schema itself is answered by the engine's own strategy.
 */
final class LevelStrategy extends ExecutionStrategy {

    private final ServedFields served;
    private final ExecutionStrategy ofSchema = new AsyncExecutionStrategy();

    LevelStrategy(ServedFields served) {
        this.served = served;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(ExecutionContext context, ExecutionStrategyParameters parameters) {
        Selections selections = new Selections(context, served);
        Selection root = selections.ofRoot(context.getGraphQLSchema().getQueryType());
        MergedSelectionSet schemaFields = schemaFields(root);
        if (schemaFields.isEmpty()) {
            return CompletableFuture.completedFuture(answer(context, selections, root));
        }
        Selection others = Selection.of(root.type(), root.fields().stream().filter(field -> !isOfSchema(field)).toList());
        return ofSchema.execute(context, parameters.transform(same -> same.fields(schemaFields)))
                .thenApply(ofSchema -> ofSchema.getData() == null ? ofSchema : merge(root, ofSchema, answer(context, selections, others)));
    }

    private static MergedSelectionSet schemaFields(Selection root) {
        Map<String, MergedField> fields = new LinkedHashMap<>();
        root.fields().stream().filter(LevelStrategy::isOfSchema).forEach(field -> fields.put(field.asked().getResultKey(), field.asked()));
        return MergedSelectionSet.newMergedSelectionSet().subFields(fields).build();
    }

    /** Whether the engine answers it from the schema; one that is refused is answered here. */
    private static boolean isOfSchema(SelectedField field) {
        String name = field.asked().getName();
        return field.refusal() == null && (name.equals("__schema") || name.equals("__type"));
    }

    private ExecutionResult answer(ExecutionContext context, Selections selections, Selection root) {
        Reading.ask(FieldNames.of(context.getOperationDefinition(), context.getFragmentsByName().values()));
        LevelExecution execution = new LevelExecution(served, selections, false);
        return execution.result(execution.run(root));
    }

    /** Both answers as one, in the order in which the document asks. */
    private static ExecutionResult merge(Selection root, ExecutionResult ofSchema, ExecutionResult ofRecord) {
        List<GraphQLError> errors = new ArrayList<>(ofSchema.getErrors());
        errors.addAll(ofRecord.getErrors());
        if (ofRecord.getData() == null) {
            return new ExecutionResultImpl(null, errors);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        Map<String, Object> schema = ofSchema.getData();
        Map<String, Object> record = values(ofRecord.getData());
        for (SelectedField field : root.fields()) {
            String key = field.asked().getResultKey();
            if (schema.containsKey(key) || record.containsKey(key)) {
                data.put(key, schema.containsKey(key) ? schema.get(key) : record.get(key));
            }
        }
        return new ExecutionResultImpl(data, errors);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values(Object data) {
        return data instanceof ObjectValue object ? object.byName() : (Map<String, Object>) data;
    }
}
