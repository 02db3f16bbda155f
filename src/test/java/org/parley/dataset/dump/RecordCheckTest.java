package org.parley.dataset.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.entry.DataSet;
import org.parley.entry.EntryFile;
import org.parley.entry.EntryFiles;
import org.parley.entry.Fault;
import org.parley.entry.StoredEntries;
import org.parley.record.Kind;

/** Tests that the check detects direct changes to the database, in every column and row of every table of the record. */
@QuarkusTest
@Tag("slow")
class RecordCheckTest {

    /** Columns that are not part of a record: keys of rows, and the state of the last load. */
    private static final Set<String> SAYS_NOTHING = Set.of("id", "digest");

    /** Tables without deletable rows, as other rows refer to each row. */
    private static final Set<String> REFERRED_TO = Set.of("place", "issue", "track", "source");

    /** Columns that a constraint allows to be null only together with others. */
    private static final Pattern NEVER_NULL_ALONE = Pattern.compile("(from|to)_(edtf|inferred)|latitude|longitude|attendance_printed");

    /** Columns of an optional date: a constraint requires that all or none of them are null. */
    private static final Pattern CONSTRAINED = Pattern.compile("(from|to)_.*");

    private static final String COLUMNS = """
            select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull from pg_attribute a
            where a.attrelid = 'public.%s'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attname <> 'since'
            order by a.attnum""";

    @Inject
    DataSource source;

    @Inject
    StatelessSession session;

    @Test
    void whatWasWrittenHasNoFault() {
        assertEquals(List.of(), QuarkusTransaction.requiringNew().call(this::faults));
    }

    @ParameterizedTest
    @ValueSource(strings = {"record", "entry", "actor", "office", "place", "issue", "track", "source", "meeting", "meeting_place",
            "participation", "statement", "statement_reply", "statement_reference", "position", "agreement", "signature", "provision",
            "event", "figure", "identifier", "involvement", "record_issue", "attestation", "resolution", "happening"})
    void damageToATableIsNoticed(String table) {
        QuarkusTransaction.begin();
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            damage(table, statement);
        } catch (SQLException e) {
            throw new IllegalStateException(table, e);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void damage(String table, Statement statement) throws SQLException {
        for (String column : rows(statement, format(COLUMNS, table))) {
            String[] parts = column.split(" ");
            String name = parts[0];
            String type = column.substring(name.length() + 1, column.lastIndexOf(' '));
            boolean isEmpty = rows(statement, format("select 1 from %s where %s is not null", table, name)).isEmpty();
            boolean isConstrained = CONSTRAINED.matcher(name).matches();
            if (SAYS_NOTHING.contains(name) || isConstrained && isEmpty) {
                continue;
            }
            if (!column.endsWith(" true") && !NEVER_NULL_ALONE.matcher(name).matches() && !isEmpty) {
                assertDetected(statement, table, format("update %s set %s = null where ctid = '%%s'", table, name), name + " is not null");
            }
            assertDetected(statement, table, changes(table, name, type), "true");
        }
        if (!REFERRED_TO.contains(table)) {
            assertDetected(statement, table, format("delete from %s where ctid = '%%s'", table), "true");
        }
    }

    /** Possible changes of a value; constraints may forbid some. */
    private static String[] changes(String table, String column, String type) {
        List<String> values = new ArrayList<>(switch (type) {
            case "text" -> List.of(column + " || 'x'", "'x'", "'2001'");
            case "text[]" -> List.of("array_append(" + column + ", 'x')");
            case "json" -> List.of("json_build_object('slug', document ->> 'slug')");
            case "boolean" -> List.of("not coalesce(" + column + ", false)");
            case "date" -> List.of("coalesce(" + column + ", '2001-01-01'::date) - 1");
            case "bigint" -> Stream
                    .concat(Arrays.stream(Kind.values()).map(kind -> kind.word() + " k order by k.id desc"),
                            Stream.of("position k where statement_id is not null"))
                    .map(from -> "(select k.id from " + from + " limit 1)").toList();
            default -> List.of("coalesce(" + column + ", 0) + 1000");
        });
        values.add(format("(select o.%1$s from %2$s o where o.%1$s::text is distinct from %2$s.%1$s::text limit 1)", column, table));
        return values.stream()
                .map(value -> format("update %1$s set %2$s = %3$s where ctid = '%%s' and %2$s::text is distinct from (%3$s)::text", table,
                        column, value))
                .toArray(String[]::new);
    }

    /** Applies the first change that the constraints allow to some row, and asserts that it is detected. */
    private void assertDetected(Statement statement, String table, String[] damages, String where) throws SQLException {
        for (String row : rows(statement, "select ctid from " + table + " where " + where + " order by random() limit 1000")) {
            for (String damage : damages) {
                if (isDone(statement, format(damage, row))) {
                    List<Fault> faults = faults();
                    statement.execute("rollback to savepoint damaged");
                    assertFalse(faults.isEmpty(), format(damage, row) + " is not detected: "
                            + rows(statement, format("select t::text from %s t where ctid = '%s'", table, row)));
                    return;
                }
            }
        }
        throw new AssertionError("no row of " + table + " allows " + damages[0] + " or the like");
    }

    private void assertDetected(Statement statement, String table, String damage, String where) throws SQLException {
        assertDetected(statement, table, new String[]{damage}, where);
    }

    private static boolean isDone(Statement statement, String sql) throws SQLException {
        statement.execute("savepoint damaged");
        try {
            if (statement.executeUpdate(sql) == 1) {
                statement.execute("set constraints all immediate");
                return true;
            }
        } catch (SQLException e) {
            // The constraints forbid this change.
        }
        statement.execute("rollback to savepoint damaged");
        return false;
    }

    private List<Fault> faults() {
        RecordCheckQueries queries = new RecordCheckQueries(session);
        StoredEntries stored = new StoredEntries(session);
        EntryFiles entries = EntryFiles.of(Arrays.stream(Kind.values()).map(
                kind -> new EntryFile(kind, "the database", JsonNodeFactory.instance.arrayNode().addAll(stored.all(kind)), pointer -> 0))
                .toList());
        return new RecordCheck(queries, session).faults(entries, DataSet.of(entries), queries.digests());
    }

    private static String format(String sql, Object... values) {
        return String.format(Locale.ROOT, sql, values);
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
