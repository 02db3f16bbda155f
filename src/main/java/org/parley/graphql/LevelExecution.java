package org.parley.graphql;

import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.fault.BadUserInputException;
import org.parley.fault.Failure;
import org.parley.graphql.Selection.SelectedField;

/**
 * Answers an operation level by level. All objects of a level that are asked the same, by value, are handed to one call of the room's
 * method; the same field asked twice with different arguments makes two. An object that stands in several places of a level is made once.
 */
final class LevelExecution {

    /** A value that could not be had, and what is shown in its place. */
    record Failed(Failure failure, Object shown) {}

    /** A method of a room and its arguments: what is asked of many objects at once. */
    private record Call(Resolution resolution, Map<String, Object> arguments) {}

    private record Ask(Group group, int place) {}

    /** The objects of a level of which the same is selected. */
    private record Group(Selection selection, Map<Object, ObjectValue> objects) {}

    private final ServedFields served;
    private final Selections selections;
    private boolean complete = true;

    LevelExecution(ServedFields served, Selections selections) {
        this.served = served;
        this.selections = selections;
    }

    /** False where a value failed, or is null where it may not be. */
    boolean isComplete() {
        return complete;
    }

    ObjectValue run(Selection selection) {
        ObjectValue root = new ObjectValue(selection, this);
        List<Group> level = List.of(new Group(selection, Map.of(this, root)));
        while (!level.isEmpty()) {
            level = next(level);
        }
        return root;
    }

    private List<Group> next(List<Group> level) {
        List<Group> below = new ArrayList<>();
        Map<Call, List<Ask>> calls = new LinkedHashMap<>();
        for (Group group : level) {
            for (int i = 0; i < group.selection().fields().size(); i++) {
                SelectedField field = group.selection().fields().get(i);
                if (field.served().source() instanceof Resolution resolution) {
                    calls.computeIfAbsent(new Call(resolution, field.arguments()), absent -> new ArrayList<>()).add(new Ask(group, i));
                } else {
                    read(group, i, new Completion(field, below));
                }
            }
        }
        calls.forEach((call, asks) -> answer(call, asks, below));
        return below;
    }

    private void read(Group group, int place, Completion completion) {
        for (ObjectValue object : group.objects().values()) {
            object.values[place] = completion.read(object);
        }
    }

    private void answer(Call call, List<Ask> asks, List<Group> below) {
        Map<Object, Integer> places = new HashMap<>();
        List<Object> parents = new ArrayList<>();
        for (Ask ask : asks) {
            for (ObjectValue object : ask.group().objects().values()) {
                if (places.putIfAbsent(object.source, parents.size()) == null) {
                    parents.add(object.source);
                }
            }
        }
        List<?> answers = null;
        RuntimeException thrown = null;
        try {
            answers = call.resolution().answer(parents, call.arguments());
        } catch (RuntimeException e) {
            thrown = e;
        }
        Failure failure = thrown == null ? null : failure(thrown, call.resolution());
        for (Ask ask : asks) {
            Completion completion = new Completion(ask.group().selection().fields().get(ask.place()), below);
            for (ObjectValue object : ask.group().objects().values()) {
                object.values[ask.place()] = failure == null ? completion.of(answers.get(places.get(object.source)))
                        : new Failed(failure, thrown instanceof BadUserInputException ? completion.of(call.resolution().nothing()) : null);
            }
        }
    }

    private Failure failure(RuntimeException thrown, FieldSource source) {
        complete = false;
        return Failure.of(thrown, () -> "field " + source.name());
    }

    /** Makes what is written of the values of a field. Objects among them are asked on the level below. */
    private final class Completion {

        private final SelectedField field;
        private final List<Group> below;
        private final Map<GraphQLObjectType, Group> groups = new IdentityHashMap<>(2);

        Completion(SelectedField field, List<Group> below) {
            this.field = field;
            this.below = below;
        }

        Object read(ObjectValue object) {
            try {
                return field.served().source() instanceof Property property ? of(property.of(object.source), field.served().shape())
                        : object.selection.type().getName();
            } catch (RuntimeException e) {
                return new Failed(failure(e, field.served().source()), null);
            }
        }

        Object of(Object value) {
            try {
                return of(value, field.served().shape());
            } catch (RuntimeException e) {
                return new Failed(failure(e, field.served().source()), null);
            }
        }

        private Object of(Object value, Shape shape) {
            if (value == null) {
                complete &= !shape.required();
                return null;
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
            GraphQLObjectType type = shape.object() instanceof GraphQLObjectType only ? only : served.typeOf(value);
            Group group = groups.get(type);
            if (group == null) {
                group = new Group(selections.below(field, type), new IdentityHashMap<>());
                groups.put(type, group);
                below.add(group);
            }
            ObjectValue known = group.objects().get(value);
            if (known == null) {
                known = new ObjectValue(group.selection(), value);
                group.objects().put(value, known);
            }
            return known;
        }
    }
}
