package org.parley.entry.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;
import org.parley.record.Table;

/** Removes records, unless a remaining record refers to one. */
final class RecordRemoval {

    private final StatelessSession session;
    private final WriteQueries queries;
    private final Map<Kind, List<Long>> keys = new EnumMap<>(Kind.class);
    private final boolean ofFiles;

    RecordRemoval(StatelessSession session, WriteQueries queries, RowKeys known, RevisionDraft draft) {
        this.session = session;
        this.queries = queries;
        this.ofFiles = draft.isOfFiles();
        draft.removed().forEach((kind, slugs) -> keys.put(kind, new ArrayList<>(known.of(kind, slugs))));
        addPoints(draft, known);
    }

    /** Adds the points of removed statements, and the points that written statements no longer have. */
    private void addPoints(RevisionDraft draft, RowKeys known) {
        List<Long> statements = new ArrayList<>(keys.get(Kind.STATEMENT));
        draft.written().get(Kind.STATEMENT).stream().map(CanonicalEntry::slug).filter(slug -> known.has(Kind.STATEMENT, slug))
                .forEach(slug -> statements.add(known.of(Kind.STATEMENT, slug)));
        Set<String> kept = draft.written().get(Kind.POSITION).stream().map(CanonicalEntry::slug).collect(Collectors.toSet());
        for (Object[] point : queries.points(statements)) {
            if (!kept.contains((String) point[0]) && !keys.get(Kind.POSITION).contains((Long) point[1])) {
                keys.get(Kind.POSITION).add((Long) point[1]);
            }
        }
    }

    /** Returns the keys of all records to remove. */
    List<Long> keys() {
        return keys.values().stream().flatMap(List::stream).toList();
    }

    /** Removes the records and these rows, given by table. */
    void remove(Map<Table, List<Long>> rows) {
        List<Long> records = keys();
        if (records.isEmpty() && rows.isEmpty()) {
            return;
        }
        List<Long> offices = rows.entrySet().stream().filter(table -> table.getKey().name().equals(Tables.OFFICE))
                .flatMap(table -> table.getValue().stream()).toList();
        List<Referrer> referrers = Referrers.find(session, records, offices);
        if (!referrers.isEmpty()) {
            throw new ReferredToException(referrers);
        }
        if (!ofFiles) {
            queries.keepRetractedDigests(records);
        }
        queries.deleteDetails(keys);
        rows.forEach(queries::deleteRows);
        queries.deleteOfficesOf(records);
        List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
        Collections.reverse(kinds);
        kinds.forEach(kind -> queries.deleteRecords(keys.get(kind)));
    }
}
