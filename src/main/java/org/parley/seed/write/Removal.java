package org.parley.seed.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.parley.seed.entry.Seed;
import org.parley.seed.read.SeedKind;

/** Takes away what is to go, unless a record that stays refers to it. */
final class Removal {

    private final StatelessSession session;
    private final WriteQueries queries;
    private final Map<SeedKind, List<Long>> keys = new EnumMap<>(SeedKind.class);
    private final boolean ofFiles;

    Removal(StatelessSession session, WriteQueries queries, Keys known, Draft draft) {
        this.session = session;
        this.queries = queries;
        this.ofFiles = draft.isOfFiles();
        draft.removed().forEach((kind, slugs) -> keys.put(kind, new ArrayList<>(known.of(kind, slugs))));
        addPoints(draft, known);
    }

    /** A statement that goes takes its points along; one that is written keeps those that it still makes. */
    private void addPoints(Draft draft, Keys known) {
        List<Long> statements = new ArrayList<>(keys.get(SeedKind.STATEMENT));
        draft.written().get(SeedKind.STATEMENT).stream().map(Seed::slug).filter(slug -> known.has(SeedKind.STATEMENT, slug))
                .forEach(slug -> statements.add(known.of(SeedKind.STATEMENT, slug)));
        Set<String> made = draft.written().get(SeedKind.POSITION).stream().map(Seed::slug).collect(Collectors.toSet());
        for (Object[] point : queries.points(statements)) {
            if (!made.contains((String) point[0]) && !keys.get(SeedKind.POSITION).contains((Long) point[1])) {
                keys.get(SeedKind.POSITION).add((Long) point[1]);
            }
        }
    }

    List<Long> keys(SeedKind kind) {
        return keys.get(kind);
    }

    /** These offices go as well. */
    void remove(List<Long> offices) {
        List<Long> records = keys.values().stream().flatMap(List::stream).toList();
        if (records.isEmpty() && offices.isEmpty()) {
            return;
        }
        List<Referrer> referrers = Referrers.find(session, records, offices);
        if (!referrers.isEmpty()) {
            throw new ReferredToException(referrers);
        }
        if (!ofFiles) {
            queries.noteRetracted(records);
        }
        queries.deleteChildren(records);
        queries.deleteOffices(offices);
        queries.deleteOfficesOf(records);
        List<SeedKind> kinds = new ArrayList<>(List.of(SeedKind.values()));
        Collections.reverse(kinds);
        kinds.forEach(kind -> queries.deleteRecords(keys.get(kind)));
    }
}
