package org.parley.seed.foreign;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.parley.seed.read.Origin;
import org.parley.seed.read.Spot;

/** Of which piece of the foreign file each piece of an entry was made. */
final class Traces implements Origin {

    private final Map<String, Trace> byPointer = new HashMap<>();

    private record Trace(IntSupplier line, String words) {}

    /** What stands at that pointer was made of what is called so on that line. */
    void put(String pointer, IntSupplier line, String words) {
        byPointer.put(pointer, new Trace(line, words));
    }

    @Override
    public int line(String pointer) {
        return of(pointer).line.getAsInt();
    }

    @Override
    public String words(Spot spot) {
        return of("/" + spot.entry().index() + spot.pointer()).words;
    }

    /** Where a piece has no trace, that of what it stands in. */
    private Trace of(String pointer) {
        Trace trace = byPointer.get(pointer);
        return trace != null ? trace : of(pointer.substring(0, pointer.lastIndexOf('/')));
    }
}
