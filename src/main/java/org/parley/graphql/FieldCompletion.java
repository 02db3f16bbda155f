package org.parley.graphql;

import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.parley.fault.BadUserInputException;
import org.parley.fault.ClientError;
import org.parley.graphql.LevelExecution.Failed;
import org.parley.graphql.LevelExecution.Group;
import org.parley.graphql.Selection.SelectedField;

/**
 * Completes the values of a field for the response. Objects among them form the groups of the next level.
 *
 * @see <a href="https://spec.graphql.org/October2021/#sec-Value-Completion">GraphQL, section 6.4.3</a>
 */
final class FieldCompletion {

    private final LevelExecution execution;
    private final SelectedField field;
    private final List<Group> below;
    private final Map<GraphQLObjectType, Group> groups = new IdentityHashMap<>(2);
    /** Objects by equality: a record that was read under several parents is completed once. */
    private final Map<Object, ObjectValue> completed = new HashMap<>();

    FieldCompletion(LevelExecution execution, SelectedField field, List<Group> below) {
        this.execution = execution;
        this.field = field;
        this.below = below;
    }

    /** Returns the value of a field that is read from its object. */
    Object read(ObjectValue object) {
        try {
            return field.schemaField().source() instanceof PropertyField property
                    ? of(property.of(object.source), field.schemaField().shape()) : object.selection.type().getName();
        } catch (RuntimeException e) {
            return new Failed(execution.failure(e, field.schemaField().source()), null);
        }
    }

    /** Returns the value of a rejected field. */
    Failed rejected() {
        ClientError failure = execution.failure(new BadUserInputException(field.rejection().message()), field.schemaField().source());
        Object emptyValue = field.schemaField().source() instanceof FieldResolver resolver ? of(resolver.emptyValue()) : null;
        boolean omitted = emptyValue == null && field.rejection().ofCondition() && field.schemaField().shape().required();
        return new Failed(failure, omitted ? Failed.OMITTED : emptyValue);
    }

    /** Completes a value. */
    Object of(Object value) {
        try {
            return of(value, field.schemaField().shape());
        } catch (RuntimeException e) {
            return new Failed(execution.failure(e, field.schemaField().source()), null);
        }
    }

    private Object of(Object value, OutputShape shape) {
        if (value == null) {
            if (shape.required()) {
                execution.markIncomplete();
            }
            return null;
        }
        if (value instanceof RuntimeException thrown) {
            return new Failed(execution.failure(thrown, field.schemaField().source()), null);
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

    private ObjectValue object(Object value, OutputShape shape) {
        ObjectValue result = completed.get(value);
        if (result == null) {
            GraphQLObjectType type = shape.object() instanceof GraphQLObjectType only ? only : execution.registry.typeOf(value);
            Group group = groups.computeIfAbsent(type, this::group);
            result = new ObjectValue(group.selection(), value);
            group.objects().add(result);
            completed.put(value, result);
        }
        return result;
    }

    private Group group(GraphQLObjectType type) {
        Group group = new Group(execution.selections.below(field, type), new ArrayList<>());
        below.add(group);
        return group;
    }
}
