package org.parley.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.parley.entry.FaultLocator;

/** Creates a record. */
final class RecordMutation implements MutationKind {

    @Override
    public String name() {
        return "RECORDED";
    }

    @Override
    public boolean isNew() {
        return true;
    }

    @Override
    public ObjectNode apply(ObjectNode before, MutationCommand command, Consumer<InputFault> faults) {
        return InputEntry.of(command.input());
    }

    @Override
    public String path(String pointer, ObjectNode before) {
        return "input" + FaultLocator.toLabel(pointer);
    }
}
