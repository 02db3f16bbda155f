package org.parley.entry.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.parley.entry.DataSet;
import org.parley.entry.StoredEntries.Stored;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;
import org.parley.statement.Points;

/** The content of one revision: entries to write and slugs of records to remove. */
public final class RevisionDraft {

    private final boolean ofFiles;
    private boolean detailRows = true;
    private Function<RowKeys, Stored> stored;
    private boolean intoEmptyDatabase;
    private final Map<Kind, List<CanonicalEntry>> written = new EnumMap<>(Kind.class);
    private final Map<Kind, List<String>> removed = new EnumMap<>(Kind.class);

    private RevisionDraft(boolean ofFiles) {
        this.ofFiles = ofFiles;
        for (Kind kind : Kind.values()) {
            written.put(kind, new ArrayList<>());
            removed.put(kind, new ArrayList<>());
        }
    }

    /** Creates an empty draft for a load. Its records then belong to their files. */
    public static RevisionDraft ofFiles() {
        return new RevisionDraft(true);
    }

    /** Creates an editor's draft with one entry of the data set; a statement with its points. */
    public static RevisionDraft of(DataSet data, Kind kind, String slug) {
        RevisionDraft draft = new RevisionDraft(false);
        data.of(kind).stream().filter(entry -> entry.slug().equals(slug)).forEach(draft::write);
        if (kind == Kind.STATEMENT) {
            data.of(Kind.POSITION).stream().filter(entry -> slug.equals(entry.json().path("statement").textValue())).forEach(draft::write);
        }
        return draft;
    }

    /** Creates an editor's draft that removes a record. */
    public static RevisionDraft removing(Kind kind, String slug) {
        RevisionDraft draft = new RevisionDraft(false);
        draft.remove(kind, slug);
        return draft;
    }

    /** Sets the stored entry of the only record, so that it is not read again. */
    public RevisionDraft withStored(Kind kind, String slug, ObjectNode entry) {
        stored = keys -> new Stored(keys.of(kind, slug), kind, slug, entry.toString());
        return this;
    }

    /** Whether this draft writes only this entry. */
    public boolean equalsEntry(ObjectNode entry) {
        List<CanonicalEntry> entries = entries().stream().filter(one -> !Points.isPoint(one)).toList();
        return entries.size() == 1 && entries.get(0).text().equals(entry.toString());
    }

    /** Returns the stored entry of the only record, if it was set. */
    Optional<Stored> stored(RowKeys keys) {
        return Optional.ofNullable(stored).map(read -> read.apply(keys));
    }

    /** Declares that lists and `happening` of the entries are unchanged, so that the dependent rows are not rewritten. */
    public RevisionDraft withoutDetailRows() {
        detailRows = false;
        return this;
    }

    public void write(CanonicalEntry entry) {
        written.get(entry.kind()).add(entry);
    }

    public void remove(Kind kind, String slug) {
        removed.get(kind).add(slug);
    }

    boolean isOfFiles() {
        return ofFiles;
    }

    /** Declares that the database has no records, so that none are looked up. */
    public RevisionDraft intoEmptyDatabase() {
        intoEmptyDatabase = true;
        return this;
    }

    boolean isIntoEmptyDatabase() {
        return intoEmptyDatabase;
    }

    boolean hasDetailRows() {
        return detailRows;
    }

    /** Returns all entries to write. */
    public List<CanonicalEntry> entries() {
        return written.values().stream().flatMap(List::stream).toList();
    }

    public Map<Kind, List<CanonicalEntry>> written() {
        return written;
    }

    public Map<Kind, List<String>> removed() {
        return removed;
    }
}
