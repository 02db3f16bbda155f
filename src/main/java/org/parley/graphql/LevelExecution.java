package org.parley.graphql;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.parley.fault.BadUserInputException;
import org.parley.fault.BudgetExceededException;
import org.parley.fault.Failure;
import org.parley.graphql.Selection.SelectedField;
import org.parley.store.Reading;

/**
 * Answers an operation level by level. All objects of a level that are asked the same, by value, are handed to one call of the room's
 * method; the same field asked twice with different arguments makes two. An object that stands in several places of a level is made once.
 */
final class LevelExecution {

    /** A value that could not be had, and what is shown in its place. */
    record Failed(Failure failure, Object shown) {

        /** Shown in place of a value whose condition is refused, where neither null nor an empty list may stand: the field is left out. */
        static final Object LEFT_OUT = new Object();
    }

    /** A method of a room and its arguments: what is asked of many objects at once. */
    private record Call(Resolution resolution, Map<String, Object> arguments) {}

    private record Ask(Group group, int place) {}

    /** The objects of a level of which the same is selected. */
    record Group(Selection selection, List<ObjectValue> objects) {}

    final ServedFields served;
    final Selections selections;
    private final boolean changes;
    private Instant asOf;
    /** Why nothing can be read as of a moment; null where it can. */
    private RuntimeException unsettled;
    private boolean complete = true;

    /**
     * Of an operation.
     *
     * @param changes whether the operation changes something: then what was done is answered also where the rest of the answer is too large
     */
    LevelExecution(ServedFields served, Selections selections, boolean changes) {
        this.served = served;
        this.selections = selections;
        this.changes = changes;
    }

    /** The answer that was made: settled where a value failed, or is null where it may not be. */
    ExecutionResult result(ObjectValue root) {
        if (complete) {
            return new ExecutionResultImpl(root, List.of());
        }
        Settlement settlement = new Settlement();
        return new ExecutionResultImpl(settlement.settle(root), settlement.errors());
    }

    /** The root, with all that is selected of it. What is asked as of a moment is read as it stood then, with all below it. */
    ObjectValue run(Selection selection) {
        ObjectValue root = new ObjectValue(selection, this);
        Map<Instant, Selection> parts = AsOf.parts(selection);
        settle(parts.keySet().stream().filter(Objects::nonNull).toList());
        for (Map.Entry<Instant, Selection> part : parts.entrySet()) {
            asOf = part.getKey();
            ObjectValue answered = part.getValue() == selection ? root : new ObjectValue(part.getValue(), this);
            run(List.of(new Group(part.getValue(), List.of(answered))));
            root.take(answered);
        }
        return root;
    }

    /** Comes before anything is read: what is asked as of a moment is answered from the same snapshot as what is asked of now. */
    private void settle(List<Instant> moments) {
        try {
            Reading.settle(moments);
        } catch (RuntimeException e) {
            unsettled = e;
        }
    }

    /** One field of the root by itself: its value, and all that is asked of it. */
    Object run(SelectedField field, Supplier<Object> value) {
        List<Group> below = new ArrayList<>();
        FieldCompletion completion = new FieldCompletion(this, field, below);
        try {
            return field.refusal() == null ? completion.of(value.get()) : completion.refused();
        } catch (RuntimeException e) {
            return new Failed(failure(e, field.served().source()), null);
        } finally {
            run(below);
        }
    }

    private void run(List<Group> first) {
        for (List<Group> level = first; !level.isEmpty();) {
            level = next(level);
        }
    }

    private List<Group> next(List<Group> level) {
        List<Group> below = new ArrayList<>();
        Map<Call, List<Ask>> calls = new LinkedHashMap<>();
        for (Group group : level) {
            for (int i = 0; i < group.selection().fields().size(); i++) {
                SelectedField field = group.selection().fields().get(i);
                if (field.refusal() != null) {
                    refuse(group, i, new FieldCompletion(this, field, below));
                } else if (field.served().source() instanceof Resolution resolution) {
                    calls.computeIfAbsent(new Call(resolution, field.arguments()), absent -> new ArrayList<>()).add(new Ask(group, i));
                } else {
                    read(group, i, new FieldCompletion(this, field, below));
                }
            }
        }
        calls.forEach((call, asks) -> answer(call, asks, below));
        return below;
    }

    private static void refuse(Group group, int place, FieldCompletion completion) {
        for (ObjectValue object : group.objects()) {
            object.values[place] = completion.refused();
        }
    }

    private void read(Group group, int place, FieldCompletion completion) {
        for (ObjectValue object : group.objects()) {
            object.values[place] = completion.read(object);
        }
    }

    private void answer(Call call, List<Ask> asks, List<Group> below) {
        List<Object> parents = parents(asks);
        try {
            if (asOf != null && unsettled != null) {
                throw unsettled;
            }
            Reading.standAt(asOf);
            List<?> answers = call.resolution().answer(parents, call.arguments());
            fill(asks, below, (object, completion) -> completion.of(answers.get(object.place)));
        } catch (RuntimeException e) {
            Failure failure = failure(e, call.resolution());
            Object nothing = e instanceof BadUserInputException ? call.resolution().nothing() : null;
            fill(asks, below, (object, completion) -> new Failed(failure, completion.of(nothing)));
        }
    }

    /** The parents of all who ask, each once; an object remembers its place among them. */
    private static List<Object> parents(List<Ask> asks) {
        List<Object> parents = new ArrayList<>();
        Map<Object, Integer> places = new HashMap<>();
        boolean several = asks.size() > 1;
        for (Ask ask : asks) {
            for (ObjectValue object : ask.group().objects()) {
                Integer known = several ? places.putIfAbsent(object.source, parents.size()) : null;
                object.place = known == null ? parents.size() : known;
                if (known == null) {
                    parents.add(object.source);
                }
            }
        }
        return parents;
    }

    private void fill(List<Ask> asks, List<Group> below, BiFunction<ObjectValue, FieldCompletion, Object> value) {
        for (Ask ask : asks) {
            FieldCompletion completion = new FieldCompletion(this, ask.group().selection().fields().get(ask.place()), below);
            for (ObjectValue object : ask.group().objects()) {
                object.values[ask.place()] = value.apply(object, completion);
            }
        }
    }

    /** A value is missing where one has to stand. */
    void miss() {
        complete = false;
    }

    /** What a field's failure is shown as. A request that passes its budget is refused as a whole. */
    Failure failure(RuntimeException thrown, FieldSource source) {
        if (thrown instanceof BudgetExceededException && !changes) {
            throw thrown;
        }
        miss();
        return Failure.of(thrown, () -> "field " + source.name());
    }
}
