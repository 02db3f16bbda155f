package org.parley.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.parley.entry.EntryPath;
import org.parley.entry.FaultLocator;

/** Maps each value of an imported entry to its origin in the foreign file. */
final class EntryOrigins implements FaultLocator {

    private final Map<String, ValueOrigin> byPointer = new HashMap<>();

    private record ValueOrigin(IntSupplier line, String words) {}

    /** Records the origin of the value at the pointer: its line, and its name there. */
    void put(String pointer, IntSupplier line, String words) {
        byPointer.put(pointer, new ValueOrigin(line, words));
    }

    @Override
    public int line(String pointer) {
        return of(pointer).line.getAsInt();
    }

    @Override
    public String label(EntryPath location) {
        return of("/" + location.entry().index() + location.pointer()).words;
    }

    /** Returns the origin of the value, or that of its nearest parent with one. */
    private ValueOrigin of(String pointer) {
        ValueOrigin origin = byPointer.get(pointer);
        return origin != null ? origin : of(pointer.substring(0, pointer.lastIndexOf('/')));
    }
}
