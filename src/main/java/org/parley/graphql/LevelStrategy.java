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
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.parley.store.Reading;

/**
 * The engine's hook for running operations: reading, checking and variables are the engine's, fields are answered level by level. What the
 * document asks of the schema itself is answered by the engine's own strategy.
 */
final class LevelStrategy extends ExecutionStrategy {

    private final ServedFields served;
    private final Clock clock;
    private final ExecutionStrategy ofSchema = new AsyncExecutionStrategy();

    LevelStrategy(ServedFields served, Clock clock) {
        this.served = served;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(ExecutionContext context, ExecutionStrategyParameters parameters) {
        MergedSelectionSet schemaFields = only(parameters.getFields(), true);
        if (schemaFields.isEmpty()) {
            return CompletableFuture.completedFuture(answer(context, parameters.getFields()));
        }
        return ofSchema.execute(context, parameters.transform(same -> same.fields(schemaFields)))
                .thenApply(ofSchema -> ofSchema.getData() == null ? ofSchema
                        : merge(parameters.getFields(), ofSchema, answer(context, only(parameters.getFields(), false))));
    }

    private static MergedSelectionSet only(MergedSelectionSet fields, boolean ofSchema) {
        Map<String, MergedField> those = new LinkedHashMap<>(fields.getSubFields());
        those.values().removeIf(field -> isOfSchema(field) != ofSchema);
        return MergedSelectionSet.newMergedSelectionSet().subFields(those).build();
    }

    private static boolean isOfSchema(MergedField field) {
        return field.getName().equals("__schema") || field.getName().equals("__type");
    }

    private ExecutionResult answer(ExecutionContext context, MergedSelectionSet fields) {
        Reading.ask(FieldNames.of(context.getOperationDefinition(), context.getFragmentsByName().values()));
        Selections selections = new Selections(context, served);
        LevelExecution execution = new LevelExecution(served, selections, clock.instant());
        ObjectValue root = execution.run(selections.of(context.getGraphQLSchema().getQueryType(), fields));
        return execution.result(root);
    }

    /** Both answers as one, in the order in which the document asks. */
    private static ExecutionResult merge(MergedSelectionSet fields, ExecutionResult ofSchema, ExecutionResult ofRecord) {
        List<GraphQLError> errors = new ArrayList<>(ofSchema.getErrors());
        errors.addAll(ofRecord.getErrors());
        if (ofRecord.getData() == null) {
            return new ExecutionResultImpl(null, errors);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        Map<String, Object> schema = ofSchema.getData();
        fields.getKeys().forEach(key -> data.put(key, schema.containsKey(key) ? schema.get(key) : value(ofRecord.getData(), key)));
        return new ExecutionResultImpl(data, errors);
    }

    private static Object value(Object data, String key) {
        return data instanceof ObjectValue object ? object.value(key) : ((Map<?, ?>) data).get(key);
    }
}
