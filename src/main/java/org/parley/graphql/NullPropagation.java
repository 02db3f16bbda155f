package org.parley.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.ResultPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.fault.ClientError;
import org.parley.graphql.LevelExecution.Failed;
import org.parley.graphql.Selection.SelectedField;

/**
 * Handles field errors: reports each at its path, and propagates a null in a non-null field to its parent.
 *
 * @see <a href="https://spec.graphql.org/October2021/#sec-Handling-Field-Errors">GraphQL, section 6.4.4</a>
 */
final class NullPropagation {

    /** Marks a null in a non-null field. */
    private static final Object INVALID = new Object();

    private final List<GraphQLError> errors = new ArrayList<>();

    List<GraphQLError> errors() {
        return errors;
    }

    /** Returns the data of the response; null if the root becomes null. */
    Object data(ObjectValue root) {
        Object data = propagate(root, ResultPath.rootPath());
        return data == INVALID ? null : data;
    }

    private Object propagate(ObjectValue object, ResultPath path) {
        Map<String, Object> data = new LinkedHashMap<>();
        boolean invalid = false;
        for (int i = 0; i < object.values.length; i++) {
            SelectedField field = object.selection.fields().get(i);
            ResultPath here = path.segment(field.merged().getResultKey());
            Object value = propagate(object.values[i], field, field.schemaField().shape(), here);
            if (value != Failed.OMITTED) {
                data.put(field.merged().getResultKey(), value);
            }
            invalid |= value == INVALID;
        }
        return invalid ? INVALID : data;
    }

    private Object propagate(Object value, SelectedField field, OutputShape shape, ResultPath path) {
        Object result = value;
        if (value instanceof Failed failed) {
            report(failed.failure(), field, path);
            result = failed.replacement() == null ? INVALID : propagate(failed.replacement(), field, shape, path);
        } else if (value instanceof ObjectValue object) {
            result = propagate(object, path);
        } else if (value instanceof List<?> items && shape.item() != null) {
            result = propagate(items, field, shape.item(), path);
        } else if (value == null && shape.required()) {
            String name = field.schemaField().source().name();
            report(ClientError.of(new IllegalStateException("no value for " + name), () -> "field " + name), field, path);
            result = INVALID;
        }
        return result == INVALID && !shape.required() ? null : result;
    }

    private Object propagate(List<?> items, SelectedField field, OutputShape shape, ResultPath path) {
        List<Object> data = new ArrayList<>();
        for (Object item : items) {
            data.add(propagate(item, field, shape, path.segment(data.size())));
        }
        return data.contains(INVALID) ? INVALID : data;
    }

    private void report(ClientError failure, SelectedField field, ResultPath path) {
        errors.add(GraphqlErrorBuilder.newError().message("%s", failure.message()).extensions(failure.extensions()).path(path)
                .location(field.merged().getSingleField().getSourceLocation()).build());
    }
}
