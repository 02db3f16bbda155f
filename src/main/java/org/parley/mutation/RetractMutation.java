package org.parley.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.parley.entry.write.Referrer;

/** Removes a record. Its history remains. */
final class RetractMutation implements MutationKind {

    @Override
    public String name() {
        return "RETRACTED";
    }

    @Override
    public ObjectNode apply(ObjectNode before, MutationCommand command, Consumer<InputFault> faults) {
        return null;
    }

    @Override
    public InputFault referrerFault(Referrer referrer) {
        return new InputFault("slug", "the " + referrer.kind() + " '" + referrer.slug() + "' refers to the " + referrer.referredKind()
                + " '" + referrer.referredName() + "'; amend or retract that first");
    }

    @Override
    public String path(String pointer, ObjectNode before) {
        return "slug";
    }
}
