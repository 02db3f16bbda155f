package org.parley.dataset.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds cycles of references between records, such as partOf and replies, in linear time. */
final class CycleFinder {

    /** A reference from one record to another, and the revision that wrote it. */
    record Reference(Long from, Long to, long since) {}

    private final Map<Long, Set<Reference>> outgoing = new HashMap<>();
    private final Map<Long, Set<Reference>> incoming = new HashMap<>();

    private CycleFinder(List<Reference> references) {
        for (Reference reference : references) {
            outgoing.computeIfAbsent(reference.from, none -> new LinkedHashSet<>()).add(reference);
            incoming.computeIfAbsent(reference.to, none -> new LinkedHashSet<>()).add(reference);
        }
    }

    /** Returns the references that are in a cycle or on a path between two cycles. */
    static List<Reference> of(List<Reference> references) {
        CycleFinder cycles = new CycleFinder(references);
        cycles.removeDeadEnds(Reference::to, cycles.outgoing, cycles.incoming);
        cycles.removeDeadEnds(Reference::from, cycles.incoming, cycles.outgoing);
        return cycles.outgoing.values().stream().flatMap(Set::stream).toList();
    }

    /** Removes references whose record at this end has no further reference, repeatedly. */
    private void removeDeadEnds(Function<Reference, Long> end, Map<Long, Set<Reference>> forward, Map<Long, Set<Reference>> backward) {
        Deque<Reference> deadEnds = new ArrayDeque<>();
        backward.forEach((record, references) -> {
            if (forward.getOrDefault(record, Set.of()).isEmpty()) {
                deadEnds.addAll(references);
            }
        });
        while (!deadEnds.isEmpty()) {
            Reference reference = deadEnds.pop();
            Long other = end.apply(reference).equals(reference.to) ? reference.from : reference.to;
            backward.get(end.apply(reference)).remove(reference);
            if (forward.get(other).remove(reference) && forward.get(other).isEmpty()) {
                deadEnds.addAll(new ArrayList<>(backward.getOrDefault(other, Set.of())));
            }
        }
    }
}
