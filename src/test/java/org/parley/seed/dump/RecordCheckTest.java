package org.parley.seed.dump;

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
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.seed.dump.RecordDigests.Name;
import org.parley.seed.entry.DataSet;
import org.parley.seed.read.Fault;
import org.parley.seed.read.SeedFile;
import org.parley.seed.read.SeedFolder;
import org.parley.seed.read.SeedKind;
import org.parley.seed.stored.StoredEntries;

/** Whatever is changed in the tables past the service is noticed: every column of every table of the record, and every row. */
@QuarkusTest
@Tag("slow")
class RecordCheckTest {

    /** What says nothing of a record: keys of rows, and what the last load brought. */
    private static final Set<String> SAYS_NOTHING = Set.of("id", "digest");

    /** Tables of whose rows none can be deleted, because another refers to each of them. */
    private static final Set<String> REFERRED_TO = Set.of("issue", "track", "source");

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
    @ValueSource(strings = {"record", "actor", "office", "place", "issue", "track", "source", "meeting", "participation", "statement",
            "statement_reply", "statement_reference", "position", "agreement", "signature", "provision", "event", "figure", "involvement",
            "record_issue", "attestation", "resolution"})
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
            if (SAYS_NOTHING.contains(name)) {
                continue;
            }
            if (!column.endsWith(" true") && !rows(statement, format("select 1 from %s where %s is not null", table, name)).isEmpty()) {
                assertNoticed(statement, table, format("update %s set %s = null where ctid = '%%s'", table, name), name + " is not null");
            }
            assertNoticed(statement, table, changes(table, name, type), "true");
        }
        if (!REFERRED_TO.contains(table)) {
            assertNoticed(statement, table, format("delete from %s where ctid = '%%s'", table), "true");
        }
    }

    /** Ways to change a value, of which constraints may allow only some. */
    private static String[] changes(String table, String column, String type) {
        List<String> values = new ArrayList<>(switch (type) {
            case "text" -> List.of(column + " || 'x'", "'x'", "'2001'");
            case "text[]" -> List.of("array_append(" + column + ", 'x')");
            case "boolean" -> List.of("not coalesce(" + column + ", false)");
            case "date" -> List.of("coalesce(" + column + ", '2001-01-01'::date) - 1");
            case "bigint" -> Arrays.stream(SeedKind.values())
                    .map(kind -> "(select k.id from " + kind.word() + " k order by k.id desc limit 1)").toList();
            default -> List.of("coalesce(" + column + ", 0) + 1000");
        });
        values.add(format("(select o.%1$s from %2$s o where o.%1$s is distinct from %2$s.%1$s limit 1)", column, table));
        return values.stream()
                .map(value -> format("update %1$s set %2$s = %3$s where ctid = '%%s' and %2$s is distinct from %3$s", table, column, value))
                .toArray(String[]::new);
    }

    /** Does the first of these that the constraints allow to some row, and looks whether it is noticed. */
    private void assertNoticed(Statement statement, String table, String[] damages, String where) throws SQLException {
        for (String row : rows(statement, "select ctid from " + table + " where " + where + " order by random() limit 1000")) {
            for (String damage : damages) {
                if (isDone(statement, format(damage, row))) {
                    List<Fault> faults = faults();
                    statement.execute("rollback to savepoint damaged");
                    assertFalse(faults.isEmpty(), format(damage, row) + " is not noticed: "
                            + rows(statement, format("select t::text from %s t where ctid = '%s'", table, row)));
                    return;
                }
            }
        }
        throw new AssertionError("no row of " + table + " allows " + damages[0] + " or the like");
    }

    private void assertNoticed(Statement statement, String table, String damage, String where) throws SQLException {
        assertNoticed(statement, table, new String[]{damage}, where);
    }

    private static boolean isDone(Statement statement, String sql) throws SQLException {
        statement.execute("savepoint damaged");
        try {
            if (statement.executeUpdate(sql) == 1) {
                statement.execute("set constraints all immediate");
                return true;
            }
        } catch (SQLException e) {
            // The constraints do not allow this damage.
        }
        statement.execute("rollback to savepoint damaged");
        return false;
    }

    private List<Fault> faults() {
        RecordCheckQueries queries = new RecordCheckQueries(session);
        StoredEntries stored = new StoredEntries(session);
        SeedFolder entries = SeedFolder.of(Arrays.stream(SeedKind.values()).map(
                kind -> new SeedFile(kind, "the database", JsonNodeFactory.instance.arrayNode().addAll(stored.all(kind)), pointer -> 0))
                .toList());
        List<Fault> faults = new ArrayList<>();
        Map<Name, String> digests = RecordDigests.of(DataSet.of(entries, faults::add));
        faults.addAll(new RecordCheck(queries).faults(entries, digests, queries.digests()));
        return faults;
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
