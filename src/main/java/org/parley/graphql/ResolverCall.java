package org.parley.graphql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.parley.graphql.LevelExecution.Group;
import org.parley.graphql.Selection.SelectedField;

/** One call of a resolver for all fields of a level that have the same resolver and the same arguments. */
final class ResolverCall {

    /** Identifies a call. Arguments are compared by value. */
    record Key(FieldResolver resolver, Map<String, Object> arguments) {}

    /** A field of a selection, by its index. */
    private record FieldOfGroup(Group group, int index) {

        SelectedField field() {
            return group.selection().fields().get(index);
        }
    }

    private final Key key;
    private final List<FieldOfGroup> uses = new ArrayList<>();

    ResolverCall(Key key) {
        this.key = key;
    }

    FieldResolver resolver() {
        return key.resolver;
    }

    Map<String, Object> arguments() {
        return key.arguments;
    }

    /** Adds a field of the level. */
    void add(Group group, int index) {
        uses.add(new FieldOfGroup(group, index));
    }

    /** The fields that use the result. */
    List<SelectedField> fields() {
        return uses.stream().map(FieldOfGroup::field).toList();
    }

    /** Calls the resolver with each distinct parent once. Each object stores the index of its parent. */
    List<?> execute() {
        List<Object> parents = new ArrayList<>();
        Map<Object, Integer> indexes = new HashMap<>();
        boolean several = uses.size() > 1;
        for (FieldOfGroup use : uses) {
            for (ObjectValue object : use.group.objects()) {
                Integer previous = several ? indexes.putIfAbsent(object.source, parents.size()) : null;
                object.parentIndex = previous == null ? parents.size() : previous;
                if (previous == null) {
                    parents.add(object.source);
                }
            }
        }
        return key.resolver.resolve(parents, key.arguments);
    }

    /** Sets the value of each field that uses the result. */
    void fill(Function<SelectedField, FieldCompletion> completions, BiFunction<ObjectValue, FieldCompletion, Object> value) {
        for (FieldOfGroup use : uses) {
            FieldCompletion completion = completions.apply(use.field());
            for (ObjectValue object : use.group.objects()) {
                object.values[use.index] = value.apply(object, completion);
            }
        }
    }
}
