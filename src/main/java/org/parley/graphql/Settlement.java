package org.parley.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.ResultPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.fault.Failure;
import org.parley.graphql.LevelExecution.Failed;
import org.parley.graphql.Selection.SelectedField;

/** Settles an answer in which something failed: each failure is told at its path, and a null goes up to where one may stand. */
final class Settlement {

    /** Stands for what cannot stand where it is. */
    private static final Object GONE = new Object();

    private final List<GraphQLError> errors = new ArrayList<>();

    List<GraphQLError> errors() {
        return errors;
    }

    /** The data of the answer; null where nothing of it can stand. */
    Object settle(ObjectValue root) {
        Object settled = settle(root, ResultPath.rootPath());
        return settled == GONE ? null : settled;
    }

    private Object settle(ObjectValue object, ResultPath path) {
        Map<String, Object> settled = new LinkedHashMap<>();
        boolean gone = false;
        for (int i = 0; i < object.values.length; i++) {
            SelectedField field = object.selection.fields().get(i);
            ResultPath here = path.segment(field.asked().getResultKey());
            Object value = settle(object.values[i], field, field.served().shape(), here);
            if (value != Failed.LEFT_OUT) {
                settled.put(field.asked().getResultKey(), value);
            }
            gone |= value == GONE;
        }
        return gone ? GONE : settled;
    }

    private Object settle(Object value, SelectedField field, Shape shape, ResultPath path) {
        Object shown = value;
        if (value instanceof Failed failed) {
            tell(failed.failure(), field, path);
            shown = failed.shown() == null ? GONE : settle(failed.shown(), field, shape, path);
        } else if (value instanceof ObjectValue object) {
            shown = settle(object, path);
        } else if (value instanceof List<?> items && shape.item() != null) {
            shown = settle(items, field, shape.item(), path);
        } else if (value == null && shape.required()) {
            String name = field.served().source().name();
            tell(Failure.of(new IllegalStateException("no value for " + name), () -> "field " + name), field, path);
            shown = GONE;
        }
        return shown == GONE && !shape.required() ? null : shown;
    }

    private Object settle(List<?> items, SelectedField field, Shape shape, ResultPath path) {
        List<Object> settled = new ArrayList<>();
        for (Object item : items) {
            settled.add(settle(item, field, shape, path.segment(settled.size())));
        }
        return settled.contains(GONE) ? GONE : settled;
    }

    private void tell(Failure failure, SelectedField field, ResultPath path) {
        errors.add(GraphqlErrorBuilder.newError().message("%s", failure.message()).extensions(failure.extensions()).path(path)
                .location(field.asked().getSingleField().getSourceLocation()).build());
    }
}
