package org.parley.entry.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.parley.entry.Progress;
import org.parley.record.CanonicalEntry;
import org.parley.record.Field;
import org.parley.record.Kind;
import org.parley.record.Table;

/**
 * Writes one revision within a transaction. Rows are written in batches, and only records that the draft refers to are read: the cost of an
 * edit does not depend on the size of the record.
 */
public final class RevisionWriter {

    /** Records whose derived rows one statement updates, so that it ends within the statement timeout. */
    private static final int DERIVED = 500;

    private final StatelessSession session;
    private final WriteQueries queries;
    private final RowKeys keys = new RowKeys();
    /** Rows with a primary key that the entries no longer have, by table. */
    private final Map<Table, List<Long>> removedRows = new HashMap<>();

    private RevisionWriter(StatelessSession session) {
        this.session = session;
        this.queries = new WriteQueries(session);
    }

    /** Acquires the write lock for the transaction. Must come first: a snapshot taken before the lock would be outdated. */
    static RevisionWriter begin(StatelessSession session, WriteTimeouts bounds) {
        RevisionWriter writing = new RevisionWriter(session);
        writing.queries.begin(bounds);
        return writing;
    }

    /**
     * Writes a draft without faults, the derived tables and the change log, and returns the revision.
     *
     * @throws ReferredToException if a removed record is still referenced; the transaction must be rolled back
     */
    public long write(RevisionDraft draft, Authorship author) {
        return write(draft, author, Progress.NONE);
    }

    /** Marks records as equal to their file, without a new revision. */
    public void markAsLoaded(List<RecordState> records) {
        RecordRows rows = new RecordRows(session);
        records.forEach(rows::add);
        rows.update();
    }

    /** Writes a draft as {@link #write(RevisionDraft, Authorship)} and reports progress. */
    public long write(RevisionDraft draft, Authorship author, Progress progress) {
        long revision = queries.raiseRevision();
        if (!draft.isIntoEmptyDatabase()) {
            readKeys(draft);
        }
        Map<Kind, List<CanonicalEntry>> updated = updated(draft);
        List<Long> known = updated.values().stream().flatMap(entries -> keys.of(entries).stream()).toList();
        RecordRemoval removal = new RecordRemoval(session, queries, keys, draft);
        ChangeLog changes = new ChangeLog(session);
        draft.stored(keys).ifPresentOrElse(changes::addStored,
                () -> changes.addStored(Stream.concat(removal.keys().stream(), known.stream()).toList()));
        writeRecords(draft);
        writeRows(draft, known, progress);
        if (draft.hasDetailRows()) {
            writeDetails(draft, updated, progress);
        }
        removal.remove(removedRows);
        List<Long> changedByOffice = draft.hasDetailRows() ? queries.updateOfficeSides(keys.of(updated.get(Kind.ACTOR))) : List.of();
        TableStatistics statistics = new TableStatistics(session);
        update(statistics, draft);
        derive(Stream.concat(keys.of(draft.entries()).stream(), changedByOffice.stream()).distinct().toList(), progress);
        changes.write(draft, keys, author, revision, queries, progress);
        update(statistics, draft);
        return revision;
    }

    /** Updates statistics after a load. An edit changes too little to matter. */
    private static void update(TableStatistics statistics, RevisionDraft draft) {
        if (draft.isOfFiles()) {
            statistics.update();
        }
    }

    private void derive(List<Long> records, Progress progress) {
        progress.begin("records indexed:", records.size());
        for (List<Long> batch : Batches.of(records, DERIVED)) {
            queries.derive(batch);
            progress.advance(batch.size());
        }
    }

    /** Reads the keys of all existing records that the draft refers to. */
    private void readKeys(RevisionDraft draft) {
        List<String> kinds = new ArrayList<>();
        List<String> slugs = new ArrayList<>();
        EntryReferences.of(draft).forEach((kind, all) -> all.forEach(slug -> {
            kinds.add(kind.name());
            slugs.add(slug);
        }));
        queries.keys(kinds, slugs).forEach(row -> keys.put(Kind.valueOf((String) row[0]), (String) row[1], (Long) row[2]));
    }

    /** Returns the entries of records that exist. */
    private Map<Kind, List<CanonicalEntry>> updated(RevisionDraft draft) {
        Map<Kind, List<CanonicalEntry>> updated = new EnumMap<>(Kind.class);
        draft.written().forEach((kind, entries) -> updated.put(kind, entries.stream().filter(keys::has).toList()));
        return updated;
    }

    /** Writes the rows in `record`, which give new entries their keys. */
    private void writeRecords(RevisionDraft draft) {
        Map<Boolean, List<CanonicalEntry>> known = draft.entries().stream().collect(Collectors.partitioningBy(keys::has));
        RecordRows added = new RecordRows(session);
        known.get(false).forEach(entry -> added.add(entry, entry.digest(), draft.isOfFiles()));
        added.insert(keys);
        RecordRows existing = new RecordRows(session);
        known.get(true).forEach(entry -> existing.add(entry, entry.digest(), draft.isOfFiles()));
        existing.update();
    }

    private void writeRows(RevisionDraft draft, List<Long> known, Progress progress) {
        progress.begin("records written:", draft.entries().size());
        for (Kind kind : Kind.values()) {
            for (List<CanonicalEntry> batch : Batches.of(PartOrder.sort(kind, draft.written().get(kind)), TableRows.BATCH)) {
                Projection projection = new Projection(keys);
                batch.forEach(projection::addRecord);
                projection.tables().forEach(rows -> rows.upsert(session));
                progress.advance(batch.size());
            }
            Tables.identified(kind).forEach(list -> writeIdentified(list, draft, new HashSet<>(known)));
        }
    }

    /** Writes the rows of a list with an identity column, and reads their keys. */
    private void writeIdentified(Field list, RevisionDraft draft, Set<Long> known) {
        Projection projection = new Projection(keys);
        Map<Long, CanonicalEntry> owners = new HashMap<>();
        draft.entries().stream().filter(entry -> Tables.lists(entry.kind()).contains(list)).forEach(entry -> {
            projection.addIdentified(list, entry);
            owners.put(keys.of(entry), entry);
        });
        projection.tables().forEach(rows -> rows.upsert(session, list.table()));
        Set<Long> all = new HashSet<>(owners.keySet());
        all.removeIf(owner -> !known.contains(owner) && !owners.get(owner).json().has(list.name()));
        if (draft.hasDetailRows() && list.table().name().equals(Tables.OFFICE)) {
            EntryReferences.offices(draft.entries(), (holder, title) -> all.add(keys.of(Kind.ACTOR, holder)));
        }
        for (List<Long> batch : Batches.of(all, TableRows.BATCH)) {
            queries.identified(list.table(), batch).forEach(row -> {
                keys.putIdentified(list.table(), row);
                if (owners.containsKey((Long) row[0]) && !hasItem(owners.get((Long) row[0]), list, row)) {
                    removedRows.computeIfAbsent(list.table(), none -> new ArrayList<>()).add((Long) row[2]);
                }
            });
        }
    }

    /** Whether the entry has the item of a row of {@link WriteQueries#identified}. */
    private static boolean hasItem(CanonicalEntry entry, Field list, Object[] row) {
        return entry.values(list.name() + "/*/" + list.table().identity()).stream().filter(value -> value.asText().equals(row[1]))
                .count() >= ((Number) row[4]).intValue();
    }

    private void writeDetails(RevisionDraft draft, Map<Kind, List<CanonicalEntry>> updated, Progress progress) {
        progress.begin("writing lists of the records", 0);
        Map<Kind, Collection<Long>> records = new EnumMap<>(Kind.class);
        updated.forEach((kind, entries) -> records.put(kind, keys.of(entries)));
        queries.deleteDetails(records);
        for (List<CanonicalEntry> batch : Batches.of(draft.entries(), TableRows.BATCH)) {
            Projection projection = new Projection(keys);
            batch.forEach(projection::addDetails);
            TableRows.insert(session, projection.tables());
        }
    }
}
