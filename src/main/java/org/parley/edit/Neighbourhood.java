package org.parley.edit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.seed.check.CircleCheck;
import org.parley.seed.check.ReferenceCheck;
import org.parley.seed.entry.PositionSeed;
import org.parley.seed.read.Entry;
import org.parley.seed.read.SeedFile;
import org.parley.seed.read.SeedKind;
import org.parley.seed.stored.StoredEntries;

/** What an entry has to be checked beside: the records that it names, and those whose names it would take. No others are read. */
final class Neighbourhood {

    /** Those of which more is asked than whether they are there: what offices one has, how many paragraphs. */
    private static final Set<SeedKind> WHOLE = Set.of(SeedKind.ACTOR, SeedKind.SOURCE);

    private final StoredEntries stored;
    private final EditQueries queries;
    private final List<SeedFile> files = new ArrayList<>();
    private final Map<SeedKind, Set<String>> known = new EnumMap<>(SeedKind.class);

    Neighbourhood(StoredEntries stored, EditQueries queries) {
        this.stored = stored;
        this.queries = queries;
    }

    /** Of an entry, and of what it was before; that is null where the record is new. */
    List<SeedFile> of(Entry entry, Entry before) {
        if (before == null) {
            addSlugs(entry.kind(), queries.taken(entry.kind(), List.of(String.valueOf(entry.slug()))));
        }
        addSlugs(SeedKind.POSITION, queries.takenPoints(entry.slug(), points(entry)));
        known(entry.kind()).add(entry.slug());
        known(SeedKind.POSITION).addAll(points(entry));
        ReferenceCheck.named(entry).forEach((kind, slugs) -> addNamed(kind, slugs, entry.kind()));
        if (before != null && !CircleCheck.onward(before).containsAll(CircleCheck.onward(entry))) {
            addWholes(entry.kind());
        }
        return files;
    }

    private static List<String> points(Entry entry) {
        return entry.kind() != SeedKind.STATEMENT ? List.of() : IntStream.rangeClosed(1, entry.node().path("points").size())
                .mapToObj(number -> PositionSeed.slugOfPoint(entry.slug(), number)).toList();
    }

    /** Where there is none of a slug, the names of those that are spelled alike: one of them may be meant. */
    private void addNamed(SeedKind kind, Set<String> slugs, SeedKind own) {
        Set<String> missing = new TreeSet<>(slugs);
        missing.removeAll(known(kind));
        List<Entry> found = kind == own || WHOLE.contains(kind) ? add(kind, stored.ofSlugs(kind, missing))
                : addSlugs(kind, queries.taken(kind, missing));
        found.forEach(one -> missing.remove(one.slug()));
        missing.forEach(slug -> addSlugs(kind, queries.near(kind, slug)));
    }

    /** All that the entry is a part of, or answers, however far: it must not come back to itself. */
    private void addWholes(SeedKind kind) {
        Set<String> next = onward(files.stream().filter(file -> file.kind() == kind).flatMap(file -> file.entries().stream()).toList());
        for (next.removeAll(known(kind)); !next.isEmpty(); next.removeAll(known(kind))) {
            next = onward(add(kind, stored.ofSlugs(kind, next)));
        }
    }

    private static Set<String> onward(Collection<Entry> entries) {
        return entries.stream().flatMap(entry -> CircleCheck.onward(entry).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Entry> addSlugs(SeedKind kind, List<String> slugs) {
        return add(kind, slugs.stream().map(slug -> JsonNodeFactory.instance.objectNode().put("slug", slug)).toList());
    }

    /** Adds those that are not there yet: what stood twice would be told as said twice. */
    private List<Entry> add(SeedKind kind, List<ObjectNode> entries) {
        ArrayNode tree = JsonNodeFactory.instance.arrayNode();
        entries.stream().filter(entry -> known(kind).add(entry.get("slug").textValue())).forEach(tree::add);
        SeedFile file = new SeedFile(kind, "the record", tree, new StoredOrigin());
        files.add(file);
        return file.entries();
    }

    /** The slugs of those that are there, and of the entry itself. */
    private Set<String> known(SeedKind kind) {
        return known.computeIfAbsent(kind, none -> new HashSet<>());
    }
}
