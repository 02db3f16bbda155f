package org.parley.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.parley.seed.write.Referrer;

/** What is done to a record. */
interface Act {

    /** The word for it, as the record's history has it. */
    String name();

    /** What the entry is to say then; null where it is to be gone. What cannot be is told to `faults`. */
    ObjectNode after(ObjectNode before, Asked asked, Consumer<InputFault> faults);

    /** What a piece of the entry is called in what was sent: '/participations/1/actor' is 'input.participations[1].actor'. */
    String path(String pointer, ObjectNode before);

    /** Whether it makes a record, rather than changing one. */
    default boolean isNew() {
        return false;
    }

    /** What is told of a record that stays and refers to what would go. */
    default InputFault referred(Referrer referrer) {
        return new InputFault("input.offices", "the " + referrer.kind() + " '" + referrer.slug() + "' names the " + referrer.referredKind()
                + " '" + referrer.referredName() + "'; keep it, or amend that " + referrer.kind() + " first");
    }
}
