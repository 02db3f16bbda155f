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
import org.parley.persistence.ReadContext;

/**
 * Execution strategy for queries. graphql-java parses and validates documents and coerces variables; fields are executed level by level.
 * Introspection fields are executed by graphql-java's own strategy.
 */
final class LevelStrategy extends ExecutionStrategy {

    private final FieldRegistry registry;
    private final ExecutionStrategy introspection = new AsyncExecutionStrategy();

    LevelStrategy(FieldRegistry registry) {
        this.registry = registry;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(ExecutionContext context, ExecutionStrategyParameters parameters) {
        SelectionCollector selections = new SelectionCollector(context, registry);
        Selection root = selections.ofRoot(context.getGraphQLSchema().getQueryType());
        MergedSelectionSet schemaFields = schemaFields(root);
        if (schemaFields.isEmpty()) {
            return CompletableFuture.completedFuture(execute(context, selections, root));
        }
        Selection others = Selection.of(root.type(), root.fields().stream().filter(field -> !isIntrospection(field)).toList());
        return introspection.execute(context, parameters.transform(same -> same.fields(schemaFields)))
                .thenApply(ofIntrospection -> ofIntrospection.getData() == null ? ofIntrospection
                        : merge(root, ofIntrospection, execute(context, selections, others)));
    }

    private static MergedSelectionSet schemaFields(Selection root) {
        Map<String, MergedField> fields = new LinkedHashMap<>();
        root.fields().stream().filter(LevelStrategy::isIntrospection)
                .forEach(field -> fields.put(field.merged().getResultKey(), field.merged()));
        return MergedSelectionSet.newMergedSelectionSet().subFields(fields).build();
    }

    /** Whether it is a field about the schema, unless it is rejected. */
    private static boolean isIntrospection(SelectedField field) {
        String name = field.merged().getName();
        return field.rejection() == null && (name.equals("__schema") || name.equals("__type") || name.equals(Federation.SERVICE));
    }

    private ExecutionResult execute(ExecutionContext context, SelectionCollector selections, Selection root) {
        ReadContext reads = context.getGraphQLContext().get(ReadContext.class);
        LevelExecution execution = new LevelExecution(registry, selections, reads, false);
        return execution.result(execution.run(root, context.getGraphQLContext().get(AsOfArgument.DEFAULT)));
    }

    /** Merges both results, in the order of the document. */
    private static ExecutionResult merge(Selection root, ExecutionResult ofIntrospection, ExecutionResult ofRecord) {
        List<GraphQLError> errors = new ArrayList<>(ofIntrospection.getErrors());
        errors.addAll(ofRecord.getErrors());
        if (ofRecord.getData() == null) {
            return new ExecutionResultImpl(null, errors, ofRecord.getExtensions());
        }
        Map<String, Object> data = new LinkedHashMap<>();
        Map<String, Object> schema = ofIntrospection.getData();
        Map<String, Object> record = values(ofRecord.getData());
        for (SelectedField field : root.fields()) {
            String key = field.merged().getResultKey();
            if (schema.containsKey(key) || record.containsKey(key)) {
                data.put(key, schema.containsKey(key) ? schema.get(key) : record.get(key));
            }
        }
        return new ExecutionResultImpl(data, errors, ofRecord.getExtensions());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values(Object data) {
        return data instanceof ObjectValue object ? object.byName() : (Map<String, Object>) data;
    }
}
