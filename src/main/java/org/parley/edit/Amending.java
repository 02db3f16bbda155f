package org.parley.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.parley.seed.read.Origin;

/** Some fields of a record are to be otherwise. */
final class Amending implements Act {

    private final Settled settled;

    Amending(Settled settled) {
        this.settled = settled;
    }

    @Override
    public String name() {
        return "AMENDED";
    }

    @Override
    public ObjectNode after(ObjectNode before, Asked asked, Consumer<InputFault> faults) {
        ObjectNode after = EntryJson.laid(asked.input(), before);
        settled.lift(before, after, asked, faults);
        return after;
    }

    @Override
    public String path(String pointer, ObjectNode before) {
        return "input" + Origin.words(pointer);
    }
}
