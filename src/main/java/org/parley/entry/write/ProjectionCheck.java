package org.parley.entry.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.StatelessSession;
import org.parley.record.CanonicalEntry;
import org.parley.record.Field;
import org.parley.record.Kind;

/** Projects entries again and compares the rows with those stored. */
public final class ProjectionCheck {

    private static final int BATCH = 2000;
    private static final Long NONE = -1L;

    private final StatelessSession session;
    private final Map<Long, Name> names = new HashMap<>();
    private final Map<Long, Set<String>> tables = new HashMap<>();

    /** Uses a key that no row has for a record that does not exist. */
    private final RowKeys keys = new RowKeys() {
        @Override
        Long of(Kind kind, String slug) {
            return slug == null || has(kind, slug) ? super.of(kind, slug) : NONE;
        }
    };

    public ProjectionCheck(StatelessSession session) {
        this.session = session;
    }

    private record Name(Kind kind, String slug) {}

    /** A table whose rows for a record differ from the projection of its entry. */
    public record Difference(Kind kind, String slug, String table) {}

    /** Returns the differences for these entries, which include the points of statements. */
    public List<Difference> differences(Collection<CanonicalEntry> entries) {
        readKeys();
        Batches.of(entries, BATCH).forEach(this::compare);
        List<Difference> differences = new ArrayList<>();
        tables.forEach(
                (key, all) -> all.forEach(table -> differences.add(new Difference(names.get(key).kind, names.get(key).slug, table))));
        return differences;
    }

    private void readKeys() {
        for (Object[] row : session.createNativeQuery("select kind, slug, id from record", Object[].class).getResultList()) {
            if (Kind.isKnown((String) row[0])) {
                names.put((Long) row[2], new Name(Kind.valueOf((String) row[0]), (String) row[1]));
                keys.put(Kind.valueOf((String) row[0]), (String) row[1], (Long) row[2]);
            }
        }
        WriteQueries queries = new WriteQueries(session);
        for (Kind kind : Kind.values()) {
            for (Field list : Tables.identified(kind)) {
                Batches.of(names.keySet(), TableRows.BATCH)
                        .forEach(batch -> queries.identified(list.table(), batch).forEach(row -> keys.putIdentified(list.table(), row)));
            }
        }
    }

    private void compare(List<CanonicalEntry> batch) {
        Projection projection = new Projection(keys);
        Tables.all().forEach(projection::table);
        for (CanonicalEntry entry : batch) {
            projection.addRecord(entry);
            Tables.identified(entry.kind()).forEach(list -> projection.addIdentified(list, entry));
            projection.addDetails(entry);
        }
        Set<Long> records = new TreeSet<>(keys.of(batch));
        records.remove(NONE);
        projection.tables().forEach(rows -> compare(rows, records));
    }

    /** Compares the rows of one table. Records of other kinds have none in it. */
    private void compare(TableRows rows, Collection<Long> records) {
        Map<JsonNode, Integer> numbers = new HashMap<>();
        rows.projected().forEach(row -> numbers.merge(row, 1, Integer::sum));
        rows.stored(session, records).forEach(row -> numbers.merge(row, -1, Integer::sum));
        numbers.forEach((row, number) -> {
            Long record = rows.owner(row);
            if (number != 0 && names.containsKey(record)) {
                tables.computeIfAbsent(record, none -> new TreeSet<>()).add(rows.table());
            }
        });
    }
}
