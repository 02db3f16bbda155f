package org.parley.seed.write;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.NativeQuery;

/** Rows of one table that go in by one statement for each batch, one array parameter a column. */
final class Rows {

    /** Bounds the memory that a statement takes here and in the database. */
    static final int BATCH = 5000;

    private final String table;
    private final List<String> columns;
    private final List<String> types;
    private final List<Object[]> values = new ArrayList<>();

    /** Columns are written 'meeting_id bigint'. */
    Rows(String table, String... columns) {
        this.table = table;
        this.columns = Arrays.stream(columns).map(column -> column.split(" ")[0]).toList();
        this.types = Arrays.stream(columns).map(column -> column.split(" ")[1]).toList();
    }

    void add(Object... row) {
        values.add(row);
    }

    void insert(StatelessSession session) {
        insert(session, "");
    }

    /** Inserts all; `onConflict` is what follows. */
    void insert(StatelessSession session, String onConflict) {
        for (List<Object[]> some : Batches.of(values, BATCH)) {
            MutationQuery query = session.createNativeMutationQuery(sql() + " " + onConflict);
            IntStream.range(0, columns.size()).forEach(i -> query.setParameter("c" + i, column(i, some)));
            query.executeUpdate();
        }
    }

    /** Inserts all, and gives back these columns of each. */
    List<Object[]> insertReturning(StatelessSession session, String returned) {
        List<Object[]> result = new ArrayList<>();
        for (List<Object[]> some : Batches.of(values, BATCH)) {
            NativeQuery<Object[]> query = session.createNativeQuery(sql() + " returning " + returned, Object[].class);
            IntStream.range(0, columns.size()).forEach(i -> query.setParameter("c" + i, column(i, some)));
            result.addAll(query.getResultList());
        }
        return result;
    }

    private String sql() {
        String arrays = IntStream.range(0, columns.size()).mapToObj(i -> "cast(:c" + i + " as " + types.get(i) + "[])")
                .collect(Collectors.joining(", "));
        return "insert into " + table + " (" + String.join(", ", columns) + ") select * from unnest(" + arrays + ")";
    }

    private Object column(int index, List<Object[]> some) {
        Object[] column = switch (types.get(index)) {
            case "bigint" -> new Long[some.size()];
            case "int" -> new Integer[some.size()];
            case "boolean" -> new Boolean[some.size()];
            case "date" -> new LocalDate[some.size()];
            default -> new String[some.size()];
        };
        Arrays.setAll(column, row -> some.get(row)[index] instanceof Enum<?> constant ? constant.name() : some.get(row)[index]);
        return column;
    }
}
