package org.parley.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.parley.entry.write.Referrer;

/** A type of mutation. */
interface MutationKind {

    /** Returns the act as logged: a name of ChangeAct. */
    String name();

    /** Returns the entry after the mutation, or null if the record is retracted. Reports invalid input to `faults`. */
    ObjectNode apply(ObjectNode before, MutationCommand command, Consumer<InputFault> faults);

    /** Returns the path in the arguments of a value of the entry: `/participations/1/actor` is `input.participations[1].actor`. */
    String path(String pointer, ObjectNode before);

    /** Whether the mutation creates a record. */
    default boolean isNew() {
        return false;
    }

    /** Returns the fault for a record that refers to a removed office. */
    default InputFault referrerFault(Referrer referrer) {
        return new InputFault("input.offices",
                "the " + referrer.kind() + " '" + referrer.slug() + "' refers to the " + referrer.referredKind() + " '"
                        + referrer.referredName() + "'; keep the " + referrer.referredKind() + ", or amend that " + referrer.kind()
                        + " first");
    }
}
