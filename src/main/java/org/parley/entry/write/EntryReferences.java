package org.parley.entry.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.parley.entry.RecordDefinitions;
import org.parley.record.CanonicalEntry;
import org.parley.record.Definition;
import org.parley.record.FieldType;
import org.parley.record.Kind;

/** Finds the records and offices that entries refer to. */
public final class EntryReferences {

    private EntryReferences() {
    }

    /** Returns the slugs of an entry and of all records that it refers to, by kind. */
    public static Map<Kind, Set<String>> of(CanonicalEntry entry) {
        Map<Kind, Set<String>> references = new EnumMap<>(Kind.class);
        add(entry, references);
        return references;
    }

    /** Returns the slugs of all entries of a draft, of the records that they refer to, and of those that it removes. */
    static Map<Kind, Set<String>> of(RevisionDraft draft) {
        Map<Kind, Set<String>> references = new EnumMap<>(Kind.class);
        draft.entries().forEach(entry -> add(entry, references));
        draft.removed().forEach((kind, slugs) -> references.computeIfAbsent(kind, none -> new HashSet<>()).addAll(slugs));
        return references;
    }

    private static void add(CanonicalEntry entry, Map<Kind, Set<String>> references) {
        references.computeIfAbsent(entry.kind(), none -> new HashSet<>()).add(entry.slug());
        Definition definition = RecordDefinitions.of(entry.kind());
        definition.paths(field -> field.target() != null).forEach(path -> entry.values(path)
                .forEach(slug -> references.computeIfAbsent(definition.field(path).target(), none -> new HashSet<>()).add(slug.asText())));
    }

    /** Passes each office in which an actor takes part or signs to the consumer: slug of the holder, and title. */
    public static void offices(Collection<CanonicalEntry> entries, BiConsumer<String, String> offices) {
        for (CanonicalEntry entry : entries) {
            for (String path : RecordDefinitions.of(entry.kind()).paths(field -> field.type() == FieldType.OFFICE)) {
                for (JsonNode participant : entry.values(path.substring(0, path.lastIndexOf('/')))) {
                    if (participant.has("office")) {
                        offices.accept(participant.path("actor").asText(), participant.get("office").asText());
                    }
                }
            }
        }
    }
}
