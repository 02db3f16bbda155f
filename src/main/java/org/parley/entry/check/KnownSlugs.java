package org.parley.entry.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.entry.Entry;
import org.parley.entry.EntryFiles;
import org.parley.entry.EntryPath;
import org.parley.record.Kind;
import org.parley.statement.Points;

/** The entries of a data set by kind and slug. */
final class KnownSlugs {

    private final Map<Kind, Map<String, Entry>> byKind = new EnumMap<>(Kind.class);

    KnownSlugs(EntryFiles files) {
        for (Kind kind : Kind.values()) {
            Map<String, Entry> entries = byKind.computeIfAbsent(kind, key -> new HashMap<>());
            occurrences(files, kind).forEach(occurrence -> entries.putIfAbsent(occurrence.slug, occurrence.location.entry()));
        }
    }

    Set<String> of(Kind kind) {
        return byKind.get(kind).keySet();
    }

    /** Returns the entry with this slug, or null. */
    Entry entry(Kind kind, String slug) {
        return byKind.get(kind).get(slug);
    }

    /** A slug and its location in the entry that defines it. */
    record Occurrence(String slug, EntryPath location) {}

    /** Returns the slugs of a kind. The points of statements are positions too. */
    static List<Occurrence> occurrences(EntryFiles files, Kind kind) {
        List<Occurrence> occurrences = new ArrayList<>();
        files.allEntries(kind).flatMap(entry -> entry.at("slug").stream()).filter(location -> location.node().isTextual())
                .forEach(location -> occurrences.add(new Occurrence(location.node().textValue(), location)));
        if (kind == Kind.POSITION) {
            files.allEntries(Kind.STATEMENT).filter(statement -> statement.slug() != null).forEach(statement -> {
                int number = 1;
                for (EntryPath point : statement.at("points/*")) {
                    occurrences.add(new Occurrence(Points.slug(statement.slug(), number++), point));
                }
            });
        }
        return occurrences;
    }
}
