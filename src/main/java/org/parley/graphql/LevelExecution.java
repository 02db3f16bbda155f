package org.parley.graphql;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.parley.fault.BadUserInputException;
import org.parley.fault.BudgetExceededException;
import org.parley.fault.ClientError;
import org.parley.graphql.Selection.SelectedField;
import org.parley.persistence.ReadContext;

/**
 * Executes an operation level by level. Each resolver is called once per level for all fields with equal arguments. An object that occurs
 * several times in a level is completed once.
 */
final class LevelExecution {

    /** A failed value, and what the response contains in its place. */
    record Failed(ClientError failure, Object replacement) {

        /** Marks a field that the response omits: its condition is invalid, and it may be neither null nor empty. */
        static final Object OMITTED = new Object();
    }

    /** The objects of a level with the same selection. */
    record Group(Selection selection, List<ObjectValue> objects) {}

    final FieldRegistry registry;
    final SelectionCollector selections;
    final ReadContext reads;
    private final boolean mutates;
    private Instant asOf;
    /** Why nothing can be read as of a moment; null if it can. */
    private RuntimeException asOfFailure;
    private boolean complete = true;
    private final SlugWarnings warnings = new SlugWarnings();

    /** @param mutates whether the operation is a mutation, whose result is returned even if the rest of the response exceeds a limit */
    LevelExecution(FieldRegistry registry, SelectionCollector selections, ReadContext reads, boolean mutates) {
        this.registry = registry;
        this.selections = selections;
        this.reads = reads;
        this.mutates = mutates;
    }

    /** Returns the result, with nulls propagated if a value failed or a non-null field has none. */
    ExecutionResult result(ObjectValue root) {
        if (complete) {
            return new ExecutionResultImpl(root, List.of(), warnings.extensions());
        }
        NullPropagation nulls = new NullPropagation();
        return new ExecutionResultImpl(nulls.data(root), nulls.errors(), warnings.extensions());
    }

    /**
     * Executes the selection of the root. A field with `asOf` is read as of that moment, with all fields below it.
     *
     * @param other the moment of fields without `asOf`; null for the current state
     */
    ObjectValue run(Selection selection, Instant other) {
        ObjectValue root = new ObjectValue(selection, this);
        Map<Instant, Selection> selections = AsOfArgument.byMoment(selection, other);
        awaitCommits(selections.keySet().stream().filter(Objects::nonNull).toList());
        for (Map.Entry<Instant, Selection> ofMoment : selections.entrySet()) {
            asOf = ofMoment.getKey();
            ObjectValue values = ofMoment.getValue() == selection ? root : new ObjectValue(ofMoment.getValue(), this);
            run(List.of(new Group(ofMoment.getValue(), List.of(values))));
            warnings.check(reads, asOf == null);
            root.addAll(values);
        }
        return root;
    }

    /** Runs before the first read, because all moments are read from one snapshot. */
    private void awaitCommits(List<Instant> moments) {
        try {
            reads.awaitCommits(moments);
        } catch (RuntimeException e) {
            asOfFailure = e;
        }
    }

    /** Executes one field of the root, with all fields below it. */
    Object run(SelectedField field, Supplier<Object> value) {
        List<Group> below = new ArrayList<>();
        FieldCompletion completion = new FieldCompletion(this, field, below);
        try {
            return field.rejection() == null ? completion.of(value.get()) : completion.rejected();
        } catch (RuntimeException e) {
            return new Failed(failure(e, field.schemaField().source()), null);
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
        Map<ResolverCall.Key, ResolverCall> calls = new LinkedHashMap<>();
        for (Group group : level) {
            for (int i = 0; i < group.selection().fields().size(); i++) {
                SelectedField field = group.selection().fields().get(i);
                if (field.rejection() != null) {
                    reject(group, i, new FieldCompletion(this, field, below));
                } else if (field.schemaField().source() instanceof FieldResolver resolver) {
                    calls.computeIfAbsent(new ResolverCall.Key(resolver, field.arguments()), ResolverCall::new).add(group, i);
                } else {
                    read(group, i, new FieldCompletion(this, field, below));
                }
            }
        }
        calls.values().forEach(call -> execute(call, below));
        return below;
    }

    private static void reject(Group group, int index, FieldCompletion completion) {
        for (ObjectValue object : group.objects()) {
            object.values[index] = completion.rejected();
        }
    }

    private void read(Group group, int index, FieldCompletion completion) {
        for (ObjectValue object : group.objects()) {
            object.values[index] = completion.read(object);
        }
    }

    private void execute(ResolverCall call, List<Group> below) {
        Function<SelectedField, FieldCompletion> completions = field -> new FieldCompletion(this, field, below);
        try {
            if (asOf != null && asOfFailure != null) {
                throw asOfFailure;
            }
            reads.readAsOf(asOf);
            List<?> values = reads.read(SelectedFields.of(call, registry, selections), call::execute);
            call.fill(completions, (object, completion) -> completion.of(values.get(object.parentIndex)));
            warnings.add(call);
        } catch (RuntimeException e) {
            ClientError failure = failure(e, call.resolver());
            Object emptyValue = e instanceof BadUserInputException ? call.resolver().emptyValue() : null;
            call.fill(completions, (object, completion) -> new Failed(failure, completion.of(emptyValue)));
        }
    }

    /** Notes that nulls must be propagated. */
    void markIncomplete() {
        complete = false;
    }

    /** Returns the error of a failed field. If the request exceeds its budget, it fails as a whole. */
    ClientError failure(RuntimeException thrown, FieldSource source) {
        if (thrown instanceof BudgetExceededException && !mutates) {
            throw thrown;
        }
        markIncomplete();
        return ClientError.of(thrown, () -> "field " + source.name());
    }
}
