package org.parley.dataset.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.entry.DataSet;
import org.parley.entry.write.RecordState;
import org.parley.entry.write.RevisionDraft;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;

/**
 * Computes what a load writes and removes: the difference between the files and the last load. A change by an editor is kept until the
 * entry in the files changes. A statement and its points are one entry.
 */
final class LoadPlan {

    private enum Action {
        INSERTED,
        UPDATED,
        /** New in the files, and equal to the current entry in the database. */
        ADOPTED,
        UNCHANGED
    }

    /** An entry and its action. The statement is its own slug or that of the point's statement; null for other kinds. */
    private record PlannedEntry(CanonicalEntry entry, Action action, String statement) {}

    final RevisionDraft draft;
    final List<RecordState> adopted = new ArrayList<>();
    /** Records that editors retracted and the files no longer have. */
    final Map<Kind, List<String>> obsoleteRetractions = new EnumMap<>(Kind.class);
    private final RecordStates states;
    private final Map<Kind, List<PlannedEntry>> planned = new EnumMap<>(Kind.class);
    private final Set<String> changedStatements = new HashSet<>();
    private final Set<String> adoptedStatements = new HashSet<>();

    LoadPlan(DataSet data, RecordStates states) {
        this.states = states;
        this.draft = states.isEmpty() ? RevisionDraft.ofFiles().intoEmptyDatabase() : RevisionDraft.ofFiles();
        for (Kind kind : Kind.values()) {
            planned.put(kind, data.of(kind).stream().map(this::planned).toList());
        }
        planned.values().forEach(all -> all.forEach(this::noteStatement));
        planned.keySet().forEach(this::planRemoval);
        planned.values().forEach(all -> all.forEach(this::write));
    }

    private PlannedEntry planned(CanonicalEntry entry) {
        Kind kind = entry.kind();
        String digest = entry.digest();
        RecordState stored = states.record(kind, entry.slug());
        Action actionIfNotStored = states.isRetracted(kind, entry.slug(), digest) ? Action.UNCHANGED : Action.INSERTED;
        Action action = stored == null ? actionIfNotStored
                : digest.equals(stored.digest()) ? Action.UNCHANGED : digest.equals(stored.content()) ? Action.ADOPTED : Action.UPDATED;
        return new PlannedEntry(entry, action, statement(entry));
    }

    private static String statement(CanonicalEntry entry) {
        return switch (entry.kind()) {
            case STATEMENT -> entry.slug();
            case POSITION -> entry.json().path("statement").textValue();
            default -> null;
        };
    }

    private void noteStatement(PlannedEntry planned) {
        if (planned.statement != null && planned.action != Action.UNCHANGED) {
            (planned.action == Action.ADOPTED ? adoptedStatements : changedStatements).add(planned.statement);
        }
    }

    /** Removes records that the files no longer have, and the former points of statements that are removed or changed. */
    private void planRemoval(Kind kind) {
        Set<String> slugs = planned.get(kind).stream().map(planned -> planned.entry.slug()).collect(Collectors.toSet());
        List<String> obsolete = states.retracted(kind).stream().filter(slug -> !slugs.contains(slug)).toList();
        if (!obsolete.isEmpty()) {
            obsoleteRetractions.put(kind, obsolete);
        }
        for (RecordState stored : states.records(kind)) {
            String statement = kind == Kind.STATEMENT ? stored.slug() : stored.statement();
            boolean isFormerPoint = statement != null && (changedStatements.contains(statement) || adoptedStatements.contains(statement));
            if (!slugs.contains(stored.slug()) && (stored.digest() != null || isFormerPoint)) {
                draft.remove(kind, stored.slug());
                if (statement != null) {
                    changedStatements.add(statement);
                }
            }
        }
    }

    /** Writes changed entries. A changed statement is written with all its points. */
    private void write(PlannedEntry planned) {
        boolean changes = planned.action == Action.INSERTED || planned.action == Action.UPDATED;
        if (changes || planned.statement != null && changedStatements.contains(planned.statement)) {
            draft.write(planned.entry);
        } else if (planned.action == Action.ADOPTED) {
            adopted.add(new RecordState(planned.entry.kind(), planned.entry.slug(), planned.entry.digest(), planned.entry.digest(), null));
        }
    }

    LoadReport report() {
        LoadReport report = new LoadReport();
        planned.forEach((kind, all) -> report.put(kind, count(all, Action.INSERTED), count(all, Action.UPDATED),
                count(all, Action.UNCHANGED) + count(all, Action.ADOPTED), draft.removed().get(kind).size()));
        return report;
    }

    private static int count(List<PlannedEntry> all, Action action) {
        return (int) all.stream().filter(planned -> planned.action == action).count();
    }
}
