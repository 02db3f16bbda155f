package org.parley.entry.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;
import org.parley.record.CanonicalEntry;
import org.parley.record.Table;

/** Rows of one table as JSON objects. A statement inserts many rows from one parameter, with the column types of the table. */
final class TableRows {

    /** The number of rows per statement. Limits the memory used here and in the database. */
    static final int BATCH = 5000;

    private static final String SELECT = "select %2$s from json_populate_recordset(cast(null as public.%1$s), cast(:%3$s as json)) r";
    private static final String INSERT = "insert into %1$s (%4$s) " + SELECT;

    private final String table;
    private final String owner;
    private final List<ObjectNode> rows = new ArrayList<>();

    /**
     * Creates an empty set of rows.
     *
     * @param owner the column with the key of the record
     */
    TableRows(String table, String owner) {
        this.table = table;
        this.owner = owner;
    }

    /** Adds an empty row, to be filled by the caller. */
    ObjectNode add() {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        rows.add(row);
        return row;
    }

    String table() {
        return table;
    }

    /** Returns all columns that any row has. */
    Set<String> columns() {
        return columns(rows);
    }

    /** Inserts or updates by primary key. */
    void upsert(StatelessSession session) {
        upsert(session, List.of(owner), "");
    }

    /** Inserts or updates by owner and identity. Equal rows are not updated. */
    void upsert(StatelessSession session, Table identified) {
        String changed = String.format(Locale.ROOT, " where (%s) is distinct from (%s)", prefixed(table, columns()),
                prefixed("excluded", columns()));
        upsert(session, Stream.of(owner, identified.identity(), identified.number()).filter(Objects::nonNull).toList(), changed);
    }

    private void upsert(StatelessSession session, List<String> keys, String where) {
        Set<String> set = columns();
        keys.forEach(set::remove);
        String update = String.format(Locale.ROOT, " on conflict (%s) do update set %s", String.join(", ", keys),
                set.stream().map(column -> column + " = excluded." + column).collect(Collectors.joining(", ")));
        for (List<ObjectNode> batch : Batches.of(rows, BATCH)) {
            session.createNativeMutationQuery(insert(columns(), "rows") + update + where).setParameter("rows", batch.toString())
                    .executeUpdate();
        }
    }

    /** Inserts the rows of several tables, one batch of each per statement. */
    static void insert(StatelessSession session, Collection<TableRows> all) {
        Map<TableRows, List<List<ObjectNode>>> batches = all.stream()
                .collect(Collectors.toMap(rows -> rows, rows -> Batches.of(rows.rows, BATCH)));
        int number = batches.values().stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < number; i++) {
            int index = i;
            insertBatch(session, all.stream().filter(rows -> batches.get(rows).size() > index).toList(),
                    rows -> batches.get(rows).get(index));
        }
    }

    private static void insertBatch(StatelessSession session, List<TableRows> tables, Function<TableRows, List<ObjectNode>> batch) {
        List<String> statements = IntStream.range(0, tables.size())
                .mapToObj(i -> tables.get(i).insert(columns(batch.apply(tables.get(i))), "rows" + i)).toList();
        MutationQuery query = session.createNativeMutationQuery(Batches.combine(statements));
        IntStream.range(0, tables.size()).forEach(i -> query.setParameter("rows" + i, batch.apply(tables.get(i)).toString()));
        query.executeUpdate();
    }

    /** Returns the projected rows in the form of {@link #stored}: columns that are null are left out. */
    List<JsonNode> projected() {
        return rows.stream().map(row -> plain(row.toString())).toList();
    }

    /** Returns the stored rows of these records. */
    List<JsonNode> stored(StatelessSession session, Collection<Long> records) {
        Set<String> columns = columns();
        columns.add(owner);
        return session
                .createNativeQuery(String.format(Locale.ROOT,
                        "select cast(to_json(t) as text) as document from (select %s from %s where %s = any(cast(:records as bigint[]))) t",
                        String.join(", ", columns), table, owner), String.class)
                .setParameter("records", records.toArray(Long[]::new)).getResultList().stream().map(TableRows::plain).toList();
    }

    Long owner(JsonNode row) {
        return row.get(owner).longValue();
    }

    private static JsonNode plain(String text) {
        ObjectNode row = (ObjectNode) CanonicalEntry.read(text);
        row.properties().removeIf(column -> column.getValue().isNull());
        row.properties().stream().filter(column -> column.getValue().isFloatingPointNumber())
                .forEach(column -> column.setValue(CanonicalEntry.number(column.getValue().doubleValue())));
        return row;
    }

    private String insert(Set<String> columns, String parameter) {
        return String.format(Locale.ROOT, INSERT, table, prefixed("r", columns), parameter, String.join(", ", columns));
    }

    private static Set<String> columns(List<ObjectNode> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> row.fieldNames().forEachRemaining(columns::add));
        return columns;
    }

    private static String prefixed(String prefix, Set<String> columns) {
        return columns.stream().map(column -> prefix + "." + column).collect(Collectors.joining(", "));
    }
}
