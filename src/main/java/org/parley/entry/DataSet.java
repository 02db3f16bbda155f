package org.parley.entry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.record.CanonicalEntry;
import org.parley.record.Kind;
import org.parley.statement.Points;

/** The canonical entries of a valid data set by kind, with the points of statements as positions. */
public final class DataSet {

    private final Map<Kind, List<CanonicalEntry>> entries = new EnumMap<>(Kind.class);

    private DataSet(EntryFiles files) {
        for (Kind kind : Kind.values()) {
            entries.put(kind, files.entries(kind).map(entry -> CanonicalEntry.of(RecordDefinitions.of(kind), entry.node()))
                    .collect(Collectors.toCollection(ArrayList::new)));
        }
        of(Kind.STATEMENT).forEach(statement -> entries.get(Kind.POSITION).addAll(Points.of(statement)));
    }

    /** Requires entries without faults. */
    public static DataSet of(EntryFiles files) {
        return new DataSet(files);
    }

    public List<CanonicalEntry> of(Kind kind) {
        return entries.get(kind);
    }

    /** Returns the number of records. */
    public int size() {
        return entries.values().stream().mapToInt(List::size).sum();
    }
}
