package org.parley.graphql;

import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.parley.fault.BadUserInputException;
import org.parley.fault.Failure;
import org.parley.graphql.LevelExecution.Failed;
import org.parley.graphql.LevelExecution.Group;
import org.parley.graphql.Selection.SelectedField;

/** Makes what is written of the values of a field. Objects among them are asked on the level below. */
final class FieldCompletion {

    private final LevelExecution execution;
    private final SelectedField field;
    private final List<Group> below;
    private final Map<GraphQLObjectType, Group> groups = new IdentityHashMap<>(2);
    /** By equality: a record that was read under several parents is one object, and what is below it is asked once. */
    private final Map<Object, ObjectValue> made = new HashMap<>();

    FieldCompletion(LevelExecution execution, SelectedField field, List<Group> below) {
        this.execution = execution;
        this.field = field;
        this.below = below;
    }

    /** The value that is read off the object itself. */
    Object read(ObjectValue object) {
        try {
            return field.served().source() instanceof Property property ? of(property.of(object.source), field.served().shape())
                    : object.selection.type().getName();
        } catch (RuntimeException e) {
            return new Failed(execution.failure(e, field.served().source()), null);
        }
    }

    /** What stands in place of a field that is refused before it is answered. */
    Failed refused() {
        Failure failure = execution.failure(new BadUserInputException(field.refusal().message()), field.served().source());
        Object nothing = field.served().source() instanceof Resolution resolution ? of(resolution.nothing()) : null;
        boolean leftOut = nothing == null && field.refusal().ofCondition() && field.served().shape().required();
        return new Failed(failure, leftOut ? Failed.LEFT_OUT : nothing);
    }

    /** What is written of that value. */
    Object of(Object value) {
        try {
            return of(value, field.served().shape());
        } catch (RuntimeException e) {
            return new Failed(execution.failure(e, field.served().source()), null);
        }
    }

    private Object of(Object value, Shape shape) {
        if (value == null) {
            if (shape.required()) {
                execution.miss();
            }
            return null;
        }
        if (value instanceof RuntimeException refused) {
            return new Failed(execution.failure(refused, field.served().source()), null);
        }
        if (shape.leaf() != null) {
            return shape.leaf().apply(value);
        }
        if (shape.object() != null) {
            return object(value, shape);
        }
        List<Object> items = new ArrayList<>(((Collection<?>) value).size());
        for (Object item : (Collection<?>) value) {
            items.add(of(item, shape.item()));
        }
        return items;
    }

    private ObjectValue object(Object value, Shape shape) {
        ObjectValue known = made.get(value);
        if (known == null) {
            GraphQLObjectType type = shape.object() instanceof GraphQLObjectType only ? only : execution.served.typeOf(value);
            Group group = groups.computeIfAbsent(type, this::group);
            known = new ObjectValue(group.selection(), value);
            group.objects().add(known);
            made.put(value, known);
        }
        return known;
    }

    private Group group(GraphQLObjectType type) {
        Group group = new Group(execution.selections.below(field, type), new ArrayList<>());
        below.add(group);
        return group;
    }
}
