package org.parley.edit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    private final StoredEntries stored;
    private final EditQueries queries;
    private final List<SeedFile> files = new ArrayList<>();

    Neighbourhood(StoredEntries stored, EditQueries queries) {
        this.stored = stored;
        this.queries = queries;
    }

    /** Of the entry of a record that is new, or is there. */
    List<SeedFile> of(Entry entry, boolean isNew) {
        ReferenceCheck.named(entry).forEach((kind, slugs) -> addNamed(kind, without(entry, kind, slugs)));
        if (isNew) {
            addSlugs(entry.kind(), queries.taken(entry.kind(), List.of(String.valueOf(entry.slug()))));
        } else {
            addWholes(entry);
        }
        addSlugs(SeedKind.POSITION, queries.takenPoints(entry.slug(), points(entry)));
        return files;
    }

    private static Set<String> without(Entry entry, SeedKind kind, Set<String> slugs) {
        return slugs.stream().filter(slug -> kind != entry.kind() || !slug.equals(entry.slug()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> points(Entry entry) {
        return entry.kind() != SeedKind.STATEMENT ? List.of() : IntStream.rangeClosed(1, entry.node().path("points").size())
                .mapToObj(number -> PositionSeed.slugOfPoint(entry.slug(), number)).toList();
    }

    /** Where there is none of a slug, the names of those that are spelled alike: one of them may be meant. */
    private void addNamed(SeedKind kind, Set<String> slugs) {
        Set<String> missing = new TreeSet<>(slugs);
        add(kind, stored.ofSlugs(kind, slugs)).forEach(found -> missing.remove(found.slug()));
        missing.forEach(slug -> addSlugs(kind, queries.near(kind, slug)));
    }

    /** All that the entry is a part of, or answers, however far: it must not come back to itself. */
    private void addWholes(Entry entry) {
        Set<String> known = new TreeSet<>(CircleCheck.onward(entry));
        known.add(entry.slug());
        Set<String> next = onward(
                files.stream().filter(file -> file.kind() == entry.kind()).flatMap(file -> file.entries().stream()).toList());
        for (next.removeAll(known); !next.isEmpty(); next.removeAll(known)) {
            known.addAll(next);
            next = onward(add(entry.kind(), stored.ofSlugs(entry.kind(), next)));
        }
    }

    private static Set<String> onward(Collection<Entry> entries) {
        return entries.stream().flatMap(entry -> CircleCheck.onward(entry).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private void addSlugs(SeedKind kind, List<String> slugs) {
        add(kind, slugs.stream().map(slug -> JsonNodeFactory.instance.objectNode().put("slug", slug)).toList());
    }

    private List<Entry> add(SeedKind kind, List<ObjectNode> entries) {
        ArrayNode tree = JsonNodeFactory.instance.arrayNode().addAll(entries);
        SeedFile file = new SeedFile(kind, "the record", tree, new StoredOrigin());
        files.add(file);
        return file.entries();
    }
}
