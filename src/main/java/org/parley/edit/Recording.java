package org.parley.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.parley.seed.read.Origin;

/** A new record. */
final class Recording implements Act {

    @Override
    public String name() {
        return "RECORDED";
    }

    @Override
    public boolean isNew() {
        return true;
    }

    @Override
    public ObjectNode after(ObjectNode before, Asked asked, Consumer<InputFault> faults) {
        return EntryJson.of(asked.input());
    }

    @Override
    public String path(String pointer, ObjectNode before) {
        return "input" + Origin.words(pointer);
    }
}
