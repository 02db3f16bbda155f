package org.parley.seed.write;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds circles among records that are part of one another or answer one another, in a time that grows with their number. */
final class Circles {

    /** A record leads to another, since a revision. */
    record Line(Long from, Long to, long since) {}

    private final Map<Long, Set<Line>> leaving = new HashMap<>();
    private final Map<Long, Set<Line>> arriving = new HashMap<>();

    private Circles(List<Line> lines) {
        for (Line line : lines) {
            leaving.computeIfAbsent(line.from, none -> new LinkedHashSet<>()).add(line);
            arriving.computeIfAbsent(line.to, none -> new LinkedHashSet<>()).add(line);
        }
    }

    /** Those of the lines that lie in a circle or between two. */
    static List<Line> of(List<Line> lines) {
        Circles circles = new Circles(lines);
        circles.leaveOut(Line::to, circles.leaving, circles.arriving);
        circles.leaveOut(Line::from, circles.arriving, circles.leaving);
        return circles.leaving.values().stream().flatMap(Set::stream).toList();
    }

    /** Takes away the lines whose end on that side goes no further, until there are none. */
    private void leaveOut(Function<Line, Long> end, Map<Long, Set<Line>> further, Map<Long, Set<Line>> back) {
        Deque<Line> ends = new ArrayDeque<>();
        back.forEach((record, lines) -> {
            if (further.getOrDefault(record, Set.of()).isEmpty()) {
                ends.addAll(lines);
            }
        });
        while (!ends.isEmpty()) {
            Line line = ends.pop();
            Long other = end.apply(line).equals(line.to) ? line.from : line.to;
            back.get(end.apply(line)).remove(line);
            if (further.get(other).remove(line) && further.get(other).isEmpty()) {
                ends.addAll(new ArrayList<>(back.getOrDefault(other, Set.of())));
            }
        }
    }
}
