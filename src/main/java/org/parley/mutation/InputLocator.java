package org.parley.mutation;

import java.util.function.UnaryOperator;
import org.parley.entry.EntryPath;
import org.parley.entry.FaultLocator;
import org.parley.record.Kind;

/** Labels faults by paths in the arguments of the mutation. */
record InputLocator(UnaryOperator<String> path) implements FaultLocator {

    @Override
    public int line(String pointer) {
        return 0;
    }

    @Override
    public String position(EntryPath location) {
        return "in this change";
    }

    @Override
    public String missingRecordHint(Kind missing) {
        return "record it first";
    }

    @Override
    public String label(EntryPath location) {
        return path.apply(location.pointer());
    }
}
