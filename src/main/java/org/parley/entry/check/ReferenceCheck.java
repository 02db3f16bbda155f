package org.parley.entry.check;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.parley.entry.Entry;
import org.parley.entry.EntryFiles;
import org.parley.entry.EntryPath;
import org.parley.entry.Fault;
import org.parley.entry.RecordDefinitions;
import org.parley.entry.check.Checks.Check;
import org.parley.record.Kind;

/** Finds references to records that do not exist. */
public final class ReferenceCheck implements Check {

    @Override
    public void check(EntryFiles files, Consumer<Fault> faults) {
        KnownSlugs slugs = new KnownSlugs(files);
        // Searching for a similar slug reads all slugs, and a missing record may be referenced many times.
        Map<Kind, Map<String, String>> messages = new EnumMap<>(Kind.class);
        Consumer<Reference> report = reference -> {
            String message = messages.computeIfAbsent(reference.kind, none -> new HashMap<>()).computeIfAbsent(reference.slug(),
                    slug -> missingMessage(slug, reference.kind, slugs.of(reference.kind),
                            reference.location.entry().file().origin().missingRecordHint(reference.kind)));
            faults.accept(reference.location.fault(message));
        };
        files.entries().forEach(entry -> {
            RecordDefinitions.of(entry.kind()).references().entrySet().stream().filter(path -> !files.isIncomplete(path.getValue()))
                    .flatMap(path -> entry.at(path.getKey()).stream().map(location -> new Reference(location, path.getValue())))
                    .filter(reference -> reference.isMissing(slugs)).forEach(report);
        });
    }

    /** A reference to a record of a kind. */
    private record Reference(EntryPath location, Kind kind) {

        String slug() {
            return location.node().textValue();
        }

        boolean isMissing(KnownSlugs slugs) {
            return slug() != null && !slug().isEmpty() && slugs.entry(kind, slug()) == null;
        }
    }

    /** Returns the kind that a field refers to; empty if it refers to none, or to several. */
    public static Optional<Kind> targetKind(Kind kind, String path) {
        return Optional.ofNullable(RecordDefinitions.of(kind).references().get(path));
    }

    /** Returns the slugs that an entry refers to, by kind. */
    public static Map<Kind, Set<String>> referencedSlugs(Entry entry) {
        Map<Kind, Set<String>> named = new EnumMap<>(Kind.class);
        RecordDefinitions.of(entry.kind()).references()
                .forEach((path, kind) -> entry.at(path).stream().map(location -> location.node().textValue()).filter(Objects::nonNull)
                        .forEach(slug -> named.computeIfAbsent(kind, none -> new TreeSet<>()).add(slug)));
        return named;
    }

    /**
     * Returns the message for a missing record.
     *
     * @param known slugs of existing records of the kind, to suggest from
     * @param hint what to do if none of them was meant
     */
    public static String missingMessage(String slug, Kind kind, Collection<String> known, String hint) {
        return "there is no " + kind.word() + " '" + slug + "'; "
                + Suggestion.of(slug, known).map(suggestion -> "write " + suggestion + ", or ").orElse("") + hint;
    }
}
