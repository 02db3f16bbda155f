package org.parley.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.parley.seed.write.Referrer;

/** A record that is to be gone; its history stays. */
final class Retracting implements Act {

    @Override
    public String name() {
        return "RETRACTED";
    }

    @Override
    public ObjectNode after(ObjectNode before, Asked asked, Consumer<InputFault> faults) {
        return null;
    }

    @Override
    public InputFault referred(Referrer referrer) {
        return new InputFault("slug", "the " + referrer.kind() + " '" + referrer.slug() + "' refers to the " + referrer.referredKind()
                + " '" + referrer.referredName() + "'; amend or retract that first");
    }

    @Override
    public String path(String pointer, ObjectNode before) {
        return "slug";
    }
}
