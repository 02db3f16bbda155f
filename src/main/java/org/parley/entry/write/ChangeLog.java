package org.parley.entry.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.StatelessSession;
import org.parley.change.ChangeAct;
import org.parley.entry.Progress;
import org.parley.entry.StoredEntries;
import org.parley.entry.StoredEntries.Stored;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;
import org.parley.statement.Points;

/** Writes the change log of a revision: the entry before and after each change. A point of a statement is part of its statement's entry. */
final class ChangeLog {

    private final StatelessSession session;
    private final Map<Long, Stored> before = new HashMap<>();

    private record LoggedChange(Kind kind, String slug, Long key, ChangeAct act, String before, String after) {}

    ChangeLog(StatelessSession session) {
        this.session = session;
    }

    /** Adds a stored entry that is to be changed or removed. */
    void addStored(Stored entry) {
        before.put(entry.key(), entry);
    }

    /** Reads and adds the entries of these records. Must be called before they are written. */
    void addStored(Collection<Long> keys) {
        StoredEntries stored = new StoredEntries(session);
        Batches.of(keys, TableRows.BATCH).forEach(batch -> stored.ofKeys(batch).forEach(entry -> before.put(entry.key(), entry)));
    }

    /**
     * Writes one row for each changed entry. Entries that were added but are not in the draft are logged as retracted; an entry with the
     * same text is not logged.
     */
    void write(RevisionDraft draft, RowKeys keys, Authorship author, long revision, WriteQueries queries, Progress progress) {
        progress.begin("changes recorded:", draft.written().values().stream().mapToInt(List::size).sum());
        List<LoggedChange> changes = changes(draft, keys, author.act(), progress);
        Instant at = queries.stampRevision();
        TableRows rows = new TableRows("change", "revision");
        int position = 1;
        for (LoggedChange change : changes) {
            ObjectNode row = rows.add().put("revision", revision).put("position", position++).put("act", change.act.name())
                    .put("kind", change.kind.name()).put("slug", change.slug).put("record_id", change.key).put("at", at.toString())
                    .put("editor", author.editor()).put("issuer", author.issuer()).put("subject", author.subject())
                    .put("why", author.why());
            row.putRawValue("before", change.before == null ? null : new RawValue(change.before));
            row.putRawValue("after", change.after == null ? null : new RawValue(change.after));
        }
        TableRows.insert(session, List.of(rows));
    }

    /** Returns the changes by kind and slug, with retractions last. */
    private List<LoggedChange> changes(RevisionDraft draft, RowKeys keys, ChangeAct amended, Progress progress) {
        List<LoggedChange> changes = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Map<String, LoggedChange> bySlug = new TreeMap<>();
            for (CanonicalEntry entry : draft.written().get(kind)) {
                Long key = keys.of(entry);
                String after = Points.isPoint(entry) ? null : entry.text();
                Stored old = after == null ? null : before.remove(key);
                if (after != null && (old == null || !after.equals(old.text()))) {
                    bySlug.put(entry.slug(), new LoggedChange(kind, entry.slug(), key, old == null ? ChangeAct.RECORDED : amended,
                            old == null ? null : old.text(), after));
                }
                progress.advance(1);
            }
            changes.addAll(bySlug.values());
        }
        before.values().stream().sorted(Comparator.comparing(Stored::kind).thenComparing(Stored::slug))
                .forEach(old -> changes.add(new LoggedChange(old.kind(), old.slug(), old.key(), ChangeAct.RETRACTED, old.text(), null)));
        return changes;
    }
}
