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

/** Rows of one table that go in by one statement, one array parameter a column. */
final class Rows {

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
        if (!values.isEmpty()) {
            MutationQuery query = session.createNativeMutationQuery(sql() + " " + onConflict);
            IntStream.range(0, columns.size()).forEach(i -> query.setParameter("c" + i, column(i)));
            query.executeUpdate();
        }
    }

    /** Inserts all, and gives back these columns of each. */
    List<Object[]> insertReturning(StatelessSession session, String returned) {
        if (values.isEmpty()) {
            return List.of();
        }
        NativeQuery<Object[]> query = session.createNativeQuery(sql() + " returning " + returned, Object[].class);
        IntStream.range(0, columns.size()).forEach(i -> query.setParameter("c" + i, column(i)));
        return query.getResultList();
    }

    private String sql() {
        String arrays = IntStream.range(0, columns.size()).mapToObj(i -> "cast(:c" + i + " as " + types.get(i) + "[])")
                .collect(Collectors.joining(", "));
        return "insert into " + table + " (" + String.join(", ", columns) + ") select * from unnest(" + arrays + ")";
    }

    private Object column(int index) {
        Object[] column = switch (types.get(index)) {
            case "bigint" -> new Long[values.size()];
            case "int" -> new Integer[values.size()];
            case "boolean" -> new Boolean[values.size()];
            case "date" -> new LocalDate[values.size()];
            default -> new String[values.size()];
        };
        Arrays.setAll(column, row -> values.get(row)[index] instanceof Enum<?> constant ? constant.name() : values.get(row)[index]);
        return column;
    }
}
