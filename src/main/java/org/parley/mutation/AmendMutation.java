package org.parley.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.parley.entry.FaultLocator;

/** Changes fields of a record. */
final class AmendMutation implements MutationKind {

    private final ResolutionGuard resolutions;

    AmendMutation(ResolutionGuard resolutions) {
        this.resolutions = resolutions;
    }

    @Override
    public String name() {
        return "AMENDED";
    }

    @Override
    public ObjectNode apply(ObjectNode before, MutationCommand command, Consumer<InputFault> faults) {
        ObjectNode after = InputEntry.amended(command.input(), before);
        resolutions.update(before, after, command, faults);
        return after;
    }

    @Override
    public String path(String pointer, ObjectNode before) {
        return "input" + FaultLocator.toLabel(pointer);
    }
}
