package org.parley.seed.check;

import static org.parley.seed.read.SeedKind.ACTOR;
import static org.parley.seed.read.SeedKind.ISSUE;
import static org.parley.seed.read.SeedKind.MEETING;
import static org.parley.seed.read.SeedKind.STATEMENT;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.parley.seed.check.Checks.Check;
import org.parley.seed.read.Entry;
import org.parley.seed.read.Fault;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.SeedKind;
import org.parley.seed.read.Spot;

/** Records of one kind that lead round in a circle: a reply to what replies to it, a part of its own part. */
public final class CircleCheck implements Check {

    private record Line(SeedKind kind, String path) {}

    private static final List<Line> LINES = List.of(new Line(ACTOR, "partOf"), new Line(ISSUE, "broader"), new Line(MEETING, "partOf"),
            new Line(STATEMENT, "inReplyTo/*"));

    /** The slugs of the records of its own kind to which an entry leads on. */
    public static Set<String> onward(Entry entry) {
        return LINES.stream().filter(line -> line.kind == entry.kind()).flatMap(line -> entry.at(line.path).stream())
                .map(spot -> spot.node().textValue()).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void check(SeedFolder folder, Consumer<Fault> faults) {
        for (Line line : LINES) {
            Map<String, List<Spot>> next = new LinkedHashMap<>();
            folder.allEntries(line.kind).filter(entry -> entry.slug() != null)
                    .forEach(entry -> next.put(entry.slug(), entry.at(line.path)));
            for (leaveOutEnds(next); !next.isEmpty(); leaveOutEnds(next)) {
                tellCircle(next, folder, faults);
            }
        }
    }

    /** Leaves only records that lead on for ever: those in a circle and those before one. */
    private void leaveOutEnds(Map<String, List<Spot>> next) {
        Map<String, List<String>> before = new HashMap<>();
        next.forEach((slug, spots) -> spots.stream().map(spot -> spot.node().textValue()).filter(next::containsKey)
                .forEach(on -> before.computeIfAbsent(on, none -> new ArrayList<>()).add(slug)));
        Deque<String> ends = new ArrayDeque<>(next.keySet().stream().filter(slug -> isEnd(slug, next)).toList());
        while (!ends.isEmpty()) {
            String end = ends.pop();
            if (next.remove(end) != null) {
                before.getOrDefault(end, List.of()).stream().filter(slug -> next.containsKey(slug) && isEnd(slug, next))
                        .forEach(ends::push);
            }
        }
    }

    private static boolean isEnd(String slug, Map<String, List<Spot>> next) {
        return next.get(slug).stream().noneMatch(spot -> next.containsKey(spot.node().textValue()));
    }

    /** Follows the first way on until it comes back to where it has been; tells that circle, and takes it out. */
    private void tellCircle(Map<String, List<Spot>> next, SeedFolder folder, Consumer<Fault> faults) {
        Map<String, Spot> way = new LinkedHashMap<>();
        String slug = next.keySet().iterator().next();
        while (!way.containsKey(slug)) {
            Spot on = next.get(slug).stream().filter(spot -> next.containsKey(spot.node().textValue())).findFirst().orElseThrow();
            way.put(slug, on);
            slug = on.node().textValue();
        }
        List<String> all = new ArrayList<>(way.keySet());
        List<String> circle = all.subList(all.indexOf(slug), all.size());
        List<Spot> spots = circle.stream().map(way::get).toList();
        Spot last = spots.stream().filter(spot -> folder.files().contains(spot.entry().file())).reduce((one, later) -> later)
                .orElse(spots.get(0));
        faults.accept(last.fault("goes round in a circle: " + String.join(" → ", circle) + " → " + slug + "; leave one of these out"));
        next.keySet().removeAll(circle);
    }
}
