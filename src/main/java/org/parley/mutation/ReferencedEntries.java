package org.parley.mutation;

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
import org.parley.entry.Entry;
import org.parley.entry.EntryFile;
import org.parley.entry.StoredEntries;
import org.parley.entry.check.CycleCheck;
import org.parley.entry.check.ReferenceCheck;
import org.parley.record.Kind;
import org.parley.statement.Points;

/** Reads the stored entries that an entry is checked against: those that it refers to, and those with the same slugs. */
final class ReferencedEntries {

    /** Kinds whose entries the checks read. Of other kinds, only slugs are needed. */
    private static final Set<Kind> READ_IN_FULL = Set.of(Kind.ACTOR, Kind.SOURCE);

    private final StoredEntries stored;
    private final ReferenceQueries queries;
    private final List<EntryFile> files = new ArrayList<>();
    private final Map<Kind, Set<String>> known = new EnumMap<>(Kind.class);

    ReferencedEntries(StoredEntries stored, ReferenceQueries queries) {
        this.stored = stored;
        this.queries = queries;
    }

    /**
     * Returns the stored entries.
     *
     * @param before the entry before the change; null for a new record
     */
    List<EntryFile> of(Entry entry, Entry before) {
        if (before == null) {
            addSlugs(entry.kind(), queries.existing(entry.kind(), List.of(String.valueOf(entry.slug()))));
        }
        addSlugs(Kind.POSITION, queries.existingPoints(entry.slug(), points(entry)));
        known(entry.kind()).add(entry.slug());
        known(Kind.POSITION).addAll(points(entry));
        addIdentified(entry);
        ReferenceCheck.referencedSlugs(entry).forEach((kind, slugs) -> addReferenced(kind, slugs, entry.kind()));
        if (before != null && !CycleCheck.refersAs(entry, before)) {
            addAncestors(entry.kind());
        }
        return files;
    }

    /** Adds the other records that have one of the identifiers. */
    private void addIdentified(Entry entry) {
        List<String> schemes = new ArrayList<>();
        List<String> values = new ArrayList<>();
        entry.at("identifiers/*").forEach(identifier -> {
            schemes.add(identifier.text("scheme"));
            values.add(identifier.text("value"));
        });
        Map<Kind, Set<String>> found = new EnumMap<>(Kind.class);
        queries.identified(entry.kind(), entry.slug(), schemes, values)
                .forEach(row -> found.computeIfAbsent(Kind.valueOf((String) row[0]), none -> new TreeSet<>()).add((String) row[1]));
        found.forEach((kind, slugs) -> add(kind, stored.ofSlugs(kind, slugs)));
    }

    private static List<String> points(Entry entry) {
        return entry.kind() != Kind.STATEMENT ? List.of() : IntStream.rangeClosed(1, entry.node().path("points").size())
                .mapToObj(number -> Points.slug(entry.slug(), number)).toList();
    }

    /** Adds entries by slug. For a missing slug, adds similar slugs as suggestions. */
    private void addReferenced(Kind kind, Set<String> slugs, Kind own) {
        Set<String> missing = new TreeSet<>(slugs);
        missing.removeAll(known(kind));
        List<Entry> found = kind == own || READ_IN_FULL.contains(kind) ? add(kind, stored.ofSlugs(kind, missing))
                : addSlugs(kind, queries.existing(kind, missing));
        found.forEach(one -> missing.remove(one.slug()));
        missing.forEach(slug -> addSlugs(kind, queries.similarSlugs(kind, slug)));
    }

    /** Adds all entries that can be reached by acyclic references, for the cycle check. */
    private void addAncestors(Kind kind) {
        Set<String> next = successors(files.stream().filter(file -> file.kind() == kind).flatMap(file -> file.entries().stream()).toList());
        for (next.removeAll(known(kind)); !next.isEmpty(); next.removeAll(known(kind))) {
            next = successors(add(kind, stored.ofSlugs(kind, next)));
        }
    }

    private static Set<String> successors(Collection<Entry> entries) {
        return entries.stream().flatMap(entry -> CycleCheck.successors(entry).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Entry> addSlugs(Kind kind, List<String> slugs) {
        return add(kind, slugs.stream().map(slug -> JsonNodeFactory.instance.objectNode().put("slug", slug)).toList());
    }

    /** Adds entries that are not known yet. An entry added twice would be reported as a duplicate. */
    private List<Entry> add(Kind kind, List<ObjectNode> entries) {
        ArrayNode tree = JsonNodeFactory.instance.arrayNode();
        entries.stream().filter(entry -> known(kind).add(entry.get("slug").textValue())).forEach(tree::add);
        EntryFile file = new EntryFile(kind, "the record", tree, new StoredEntryLocator());
        files.add(file);
        return file.entries();
    }

    /** Returns the slugs that were added, including the entry's own. */
    private Set<String> known(Kind kind) {
        return known.computeIfAbsent(kind, none -> new HashSet<>());
    }
}
