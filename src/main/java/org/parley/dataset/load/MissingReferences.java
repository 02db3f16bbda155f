package org.parley.dataset.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.entry.Fault;
import org.parley.entry.write.EntryReferences;
import org.parley.entry.write.RevisionDraft;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;

/** Finds references of the entries to write to records and offices that editors removed. A check of the files cannot find them. */
final class MissingReferences {

    private record Office(String holder, String title) {}

    private final RevisionDraft draft;
    private final RecordStates states;
    private final Map<Kind, Set<String>> written = new EnumMap<>(Kind.class);
    private final List<Fault> faults = new ArrayList<>();

    private MissingReferences(RevisionDraft draft, RecordStates states) {
        this.draft = draft;
        this.states = states;
        draft.written()
                .forEach((kind, entries) -> written.put(kind, entries.stream().map(CanonicalEntry::slug).collect(Collectors.toSet())));
    }

    static List<Fault> faults(RevisionDraft draft, RecordStates states, LoadQueries queries) {
        MissingReferences missing = new MissingReferences(draft, states);
        Map<String, Set<String>> titles = queries.officeTitles(missing.holders());
        draft.entries().forEach(entry -> {
            missing.addRecords(entry);
            missing.addOffices(entry, titles);
        });
        return missing.faults;
    }

    private void addRecords(CanonicalEntry entry) {
        EntryReferences.of(entry)
                .forEach((kind, slugs) -> slugs.stream().filter(slug -> !exists(kind, slug)).forEach(slug -> add(entry, "the " + kind.word()
                        + " '" + slug + "' was retracted by an editor; change its entry to restore it, or remove the reference")));
    }

    private boolean exists(Kind kind, String slug) {
        return states.record(kind, slug) != null || isWritten(kind, slug);
    }

    private boolean isWritten(Kind kind, String slug) {
        return written.get(kind).contains(slug);
    }

    /** Returns the actors in an office that the load does not write. The offices of others come from the files, which have been checked. */
    private Set<String> holders() {
        return offices(draft.entries()).stream().map(Office::holder).filter(this::isUnwritten).collect(Collectors.toSet());
    }

    private boolean isUnwritten(String holder) {
        return states.record(Kind.ACTOR, holder) != null && !isWritten(Kind.ACTOR, holder);
    }

    private void addOffices(CanonicalEntry entry, Map<String, Set<String>> titles) {
        offices(List.of(entry)).stream().filter(office -> isUnwritten(office.holder))
                .filter(office -> !titles.getOrDefault(office.holder, Set.of()).contains(office.title))
                .forEach(office -> add(entry, "'" + office.holder + "', changed by an editor, has no office '" + office.title
                        + "'; change its entry to restore the office, or remove it here"));
    }

    private static Set<Office> offices(Collection<CanonicalEntry> entries) {
        Set<Office> offices = new LinkedHashSet<>();
        EntryReferences.offices(entries, (holder, title) -> offices.add(new Office(holder, title)));
        return offices;
    }

    private void add(CanonicalEntry entry, String message) {
        faults.add(new Fault(entry.kind().word(), 0, entry.slug(), message));
    }
}
