package org.parley.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** Some fields of a record are to be otherwise. */
final class Amending implements Act {

    @Override
    public String name() {
        return "AMENDED";
    }

    @Override
    public ObjectNode after(ObjectNode before, Asked asked, Consumer<InputFault> faults) {
        return EntryJson.laid(asked.input(), before);
    }

    @Override
    public String path(String pointer, ObjectNode before) {
        return "input" + Act.words(pointer);
    }
}
