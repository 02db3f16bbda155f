package org.parley.entry.check;

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
import java.util.stream.Stream;
import org.parley.entry.Entry;
import org.parley.entry.EntryFiles;
import org.parley.entry.EntryPath;
import org.parley.entry.Fault;
import org.parley.entry.RecordDefinitions;
import org.parley.entry.check.Checks.Check;
import org.parley.record.Definition;
import org.parley.record.Field;
import org.parley.record.Kind;

/** Finds cycles of references between records of one kind: a statement that replies to its own reply, an agreement annexed to itself. */
public final class CycleCheck implements Check {

    /**
     * References that must not form a cycle.
     *
     * @param choice the choice of the same object that has the value; null if all references count
     */
    private record Relation(Kind kind, String path, String choice, String value) {

        static Stream<Relation> of(Definition definition, String path) {
            String choice = definition.field(path).acyclicBy();
            if (choice == null) {
                return Stream.of(new Relation(definition.kind(), path, null, null));
            }
            return definition.field(parent(path) + "/" + choice).valueNames().stream()
                    .map(value -> new Relation(definition.kind(), path, choice, value));
        }

        List<EntryPath> references(Entry entry) {
            return choice == null ? entry.at(path) : entry.at(parent(path)).stream().filter(item -> value.equals(item.text(choice)))
                    .flatMap(item -> item.at(path.substring(path.lastIndexOf('/') + 1)).stream()).toList();
        }

        private static String parent(String path) {
            return path.substring(0, path.lastIndexOf('/'));
        }
    }

    private static final List<Relation> RELATIONS = RecordDefinitions.all().stream()
            .flatMap(definition -> definition.paths(Field::isAcyclic).stream().flatMap(path -> Relation.of(definition, path))).toList();

    /** Returns the slugs of the records of its own kind that an entry refers to by acyclic fields. */
    public static Set<String> successors(Entry entry) {
        return references(entry).values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether each acyclic reference of an entry is also one of another entry. */
    public static boolean refersAs(Entry entry, Entry other) {
        Map<Relation, Set<String>> known = references(other);
        return references(entry).entrySet().stream().allMatch(all -> known.get(all.getKey()).containsAll(all.getValue()));
    }

    private static Map<Relation, Set<String>> references(Entry entry) {
        return RELATIONS.stream().filter(relation -> relation.kind == entry.kind())
                .collect(Collectors.toMap(relation -> relation, relation -> relation.references(entry).stream()
                        .map(location -> location.node().textValue()).filter(Objects::nonNull).collect(Collectors.toSet())));
    }

    @Override
    public void check(EntryFiles files, Consumer<Fault> faults) {
        for (Relation relation : RELATIONS) {
            Map<String, List<EntryPath>> references = new LinkedHashMap<>();
            files.allEntries(relation.kind).filter(entry -> entry.slug() != null)
                    .forEach(entry -> references.put(entry.slug(), relation.references(entry)));
            for (removeAcyclic(references); !references.isEmpty(); removeAcyclic(references)) {
                reportCycle(references, files, faults);
            }
        }
    }

    /** Removes all records from which no cycle can be reached. */
    private void removeAcyclic(Map<String, List<EntryPath>> references) {
        Map<String, List<String>> predecessors = new HashMap<>();
        references.forEach(
                (slug, locations) -> locations.stream().map(location -> location.node().textValue()).filter(references::containsKey)
                        .forEach(target -> predecessors.computeIfAbsent(target, none -> new ArrayList<>()).add(slug)));
        Deque<String> ends = new ArrayDeque<>(references.keySet().stream().filter(slug -> isEnd(slug, references)).toList());
        while (!ends.isEmpty()) {
            String end = ends.pop();
            if (references.remove(end) != null) {
                predecessors.getOrDefault(end, List.of()).stream().filter(slug -> references.containsKey(slug) && isEnd(slug, references))
                        .forEach(ends::push);
            }
        }
    }

    private static boolean isEnd(String slug, Map<String, List<EntryPath>> references) {
        return references.get(slug).stream().noneMatch(location -> references.containsKey(location.node().textValue()));
    }

    /** Follows references from the first record until a record repeats. Reports that cycle and removes it. */
    private void reportCycle(Map<String, List<EntryPath>> references, EntryFiles files, Consumer<Fault> faults) {
        Map<String, EntryPath> visited = new LinkedHashMap<>();
        String slug = references.keySet().iterator().next();
        while (!visited.containsKey(slug)) {
            EntryPath following = references.get(slug).stream().filter(location -> references.containsKey(location.node().textValue()))
                    .findFirst().orElseThrow();
            visited.put(slug, following);
            slug = following.node().textValue();
        }
        List<String> all = new ArrayList<>(visited.keySet());
        List<String> cycle = all.subList(all.indexOf(slug), all.size());
        List<EntryPath> locations = cycle.stream().map(visited::get).toList();
        EntryPath last = locations.stream().filter(location -> files.files().contains(location.entry().file()))
                .reduce((one, later) -> later).orElse(locations.get(0));
        faults.accept(last.fault("forms a cycle: " + String.join(" → ", cycle) + " → " + slug + "; remove one of these references"));
        references.keySet().removeAll(cycle);
    }
}
