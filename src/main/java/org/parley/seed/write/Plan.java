package org.parley.seed.write;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.seed.entry.DataSet;
import org.parley.seed.entry.PositionSeed;
import org.parley.seed.entry.Seed;
import org.parley.seed.entry.SeedDigests;
import org.parley.seed.read.SeedKind;
import org.parley.seed.write.Filed.Stored;

/**
 * What a load has to do: bring in what the files say otherwise than at the last load, and take away what they no longer hold. What an
 * editor made of a record stays as long as its entry is the same; a statement and its points are one entry.
 */
final class Plan {

    private enum Fate {
        INSERTED,
        UPDATED,
        /** The files are new, and say what the database has. */
        ADOPTED,
        UNCHANGED
    }

    /** The statement is that which the entry is, or is a point of; null for others. */
    private record Planned(SeedKind kind, Seed seed, String digest, Fate fate, String statement) {}

    final Draft draft;
    final List<Stored> adopted = new ArrayList<>();
    /** What editors retracted and the files no longer hold. */
    final Map<SeedKind, List<String>> unheld = new EnumMap<>(SeedKind.class);
    private final Filed filed;
    private final Map<SeedKind, List<Planned>> planned = new EnumMap<>(SeedKind.class);
    private final Set<String> changedStatements = new HashSet<>();
    private final Set<String> adoptedStatements = new HashSet<>();

    Plan(DataSet data, SeedDigests digests, Filed filed) {
        this.filed = filed;
        this.draft = filed.isEmpty() ? Draft.ofFiles(digests).first() : Draft.ofFiles(digests);
        for (SeedKind kind : SeedKind.values()) {
            planned.put(kind, data.of(kind).stream().map(seed -> planned(kind, seed)).toList());
        }
        planned.values().forEach(all -> all.forEach(this::noteStatement));
        planned.keySet().forEach(this::planRemoval);
        planned.values().forEach(all -> all.forEach(this::write));
    }

    private Planned planned(SeedKind kind, Seed seed) {
        String digest = draft.digest(seed);
        Stored stored = filed.record(kind, seed.slug());
        Fate absent = filed.isRetracted(kind, seed.slug(), digest) ? Fate.UNCHANGED : Fate.INSERTED;
        Fate fate = stored == null ? absent
                : digest.equals(stored.digest()) ? Fate.UNCHANGED : digest.equals(stored.content()) ? Fate.ADOPTED : Fate.UPDATED;
        String statement = kind == SeedKind.STATEMENT ? seed.slug() : seed instanceof PositionSeed position ? position.statement() : null;
        return new Planned(kind, seed, digest, fate, statement);
    }

    private void noteStatement(Planned one) {
        if (one.statement != null && one.fate != Fate.UNCHANGED) {
            (one.fate == Fate.ADOPTED ? adoptedStatements : changedStatements).add(one.statement);
        }
    }

    /** What files brought and no longer hold goes; with a statement that goes or changes, the points that it no longer makes. */
    private void planRemoval(SeedKind kind) {
        Set<String> held = planned.get(kind).stream().map(one -> one.seed.slug()).collect(Collectors.toSet());
        List<String> forgotten = filed.retracted(kind).stream().filter(slug -> !held.contains(slug)).toList();
        if (!forgotten.isEmpty()) {
            unheld.put(kind, forgotten);
        }
        for (Stored stored : filed.records(kind)) {
            String statement = kind == SeedKind.STATEMENT ? stored.slug() : stored.statement();
            boolean lost = statement != null && (changedStatements.contains(statement) || adoptedStatements.contains(statement));
            if (!held.contains(stored.slug()) && (stored.digest() != null || lost)) {
                draft.remove(kind, stored.slug());
                if (statement != null) {
                    changedStatements.add(statement);
                }
            }
        }
    }

    /** Of a statement that changes, all is written; of what does not, nothing. */
    private void write(Planned one) {
        boolean changes = one.fate == Fate.INSERTED || one.fate == Fate.UPDATED;
        if (changes || one.statement != null && changedStatements.contains(one.statement)) {
            draft.write(one.kind, one.seed);
        } else if (one.fate == Fate.ADOPTED) {
            adopted.add(new Stored(one.kind, one.seed.slug(), one.digest, one.digest, null));
        }
    }

    LoadReport report() {
        LoadReport report = new LoadReport();
        planned.forEach((kind, all) -> report.put(kind, count(all, Fate.INSERTED), count(all, Fate.UPDATED),
                count(all, Fate.UNCHANGED) + count(all, Fate.ADOPTED), draft.removed().get(kind).size()));
        return report;
    }

    private static int count(List<Planned> all, Fate fate) {
        return (int) all.stream().filter(one -> one.fate == fate).count();
    }
}
