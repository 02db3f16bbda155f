package org.parley.mutation;

import org.parley.entry.EntryPath;
import org.parley.entry.FaultLocator;

/** Labels positions in stored entries. */
final class StoredEntryLocator implements FaultLocator {

    @Override
    public int line(String pointer) {
        return 0;
    }

    @Override
    public String position(EntryPath location) {
        return "in the record";
    }
}
