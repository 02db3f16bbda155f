package org.parley.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.dataset.dump.DumpFormat;
import org.parley.dataset.dump.Dumper;
import org.parley.entry.Entry;
import org.parley.entry.FaultyDataException;
import org.parley.entry.write.ReferredToException;
import org.parley.record.Kind;

/** Tests with random writes that derived tables equal a complete derivation, and that every former revision can be queried unchanged. */
@QuarkusTest
@WithTestResource(EditedDatabase.class)
class RandomWritesTest {

    private static final int WRITES = 100;
    private static final long SEED = 20231105;

    private static final Map<String, Kind> REFERENCES = Map.of("partOf", Kind.ACTOR, "meeting", Kind.MEETING, "place", Kind.PLACE, "track",
            Kind.TRACK, "actor", Kind.ACTOR, "issue", Kind.ISSUE, "broader", Kind.ISSUE, "by", Kind.ACTOR, "publisher", Kind.ACTOR);
    private static final Set<String> TEXTS = Set.of("name", "title", "summary", "description", "note", "measure", "quotation");

    /** The derived tables, without the column since. */
    private static final Map<String, String> DERIVED = Map.of("actor_record", "actor_id, role, kind, date_sort, slug, record_id",
            "issue_record", "issue_id, kind, date_sort, slug, record_id", "place_record", "place_id, kind, date_sort, slug, record_id",
            "search_entry", "record_id, kind, slug, names, texts, words, spelling", "hosting",
            "meeting_id, mediator_id, leader_id, date_sort, slug, mediator_slug, leader_slug, status, track_id, date_earliest, date_latest,"
                    + " mediator_for_id, roles, leader_for_id, office_id",
            "disputed_field", "record_id, field, kind, slug");

    private static final String KEPT = "select string_agg(table_name, ' ') from information_schema.views where table_schema = 'as_of'"
            + " and table_name <> 'change'";

    @Inject
    Editor editor;

    @Inject
    DataSource source;

    @Inject
    Dumper dumper;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Map<Kind, List<ObjectNode>> entries = new EnumMap<>(Kind.class);
    private final Map<String, Integer> done = new TreeMap<>();

    @Test
    void writesLeaveTheRecordWhole() throws SQLException {
        Map<Long, Map<String, String>> former = new LinkedHashMap<>();
        for (int i = 0; i < WRITES; i++) {
            for (Kind kind : Kind.values()) {
                entries.put(kind, editor.entries(kind));
            }
            write(i);
            former.computeIfAbsent(revision(), revision -> tables("public", revision));
        }
        assertTrue(done.size() > Kind.values().length && former.size() > WRITES / 3, done.toString());
        assertDerivedIsAsIfMadeAnew();
        assertEquals(List.of(), dumper.dump(folder.resolve("dumped"), DumpFormat.YAML).faults());
        former.forEach((revision, tables) -> assertEquals(tables, tables("as_of", revision), "as of revision " + revision));
    }

    private long revision() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return Long.parseLong(one(connection, "select revision from dataset"));
        }
    }

    private void write(int number) {
        Kind kind = pick(List.of(Kind.values()));
        ObjectNode entry = pick(entries.get(kind));
        String slug = entry.get("slug").asText();
        try {
            switch (random.nextInt(5)) {
                case 0 -> editor.retract(kind, slug, "at random");
                case 1 -> editor.record(kind, entry.deepCopy().put("slug", slug + "-again-" + number));
                default -> editor.amend(kind, slug, "at random", this::change);
            }
            done.merge(kind.word(), 1, Integer::sum);
        } catch (FaultyDataException | ReferredToException rejected) {
            done.merge("rejected", 1, Integer::sum);
        }
    }

    /** Changes random fields; the checks reject invalid values. */
    private void change(ObjectNode entry) {
        List<String> fields = new ArrayList<>();
        entry.fieldNames().forEachRemaining(fields::add);
        fields.removeAll(List.of("slug", "attestations", "resolutions"));
        for (int i = 0; i < 3; i++) {
            String field = pick(fields);
            if (entry.get(field) instanceof ArrayNode list && !list.isEmpty()) {
                change(list);
            } else if (REFERENCES.containsKey(field) && random.nextInt(3) > 0) {
                entry.put(field, pick(entries.get(REFERENCES.get(field))).get("slug").asText());
            } else if (REFERENCES.containsKey(field)) {
                entry.remove(field);
            } else if (field.equals("date")) {
                entry.put(field, String.format(Locale.ROOT, "20%02d-0%d", 10 + random.nextInt(15), 1 + random.nextInt(9)));
            } else if (TEXTS.contains(field)) {
                entry.put(field, entry.get(field).asText() + " once more");
            }
        }
        if (entry.has("offices") && random.nextInt(2) == 0) {
            entry.put("partOf", pick(entries.get(Kind.ACTOR)).get("slug").asText());
        }
    }

    /** Removes or duplicates an item, or reverses the order. */
    private void change(ArrayNode list) {
        switch (random.nextInt(3)) {
            case 0 -> list.remove(list.size() - 1);
            case 1 -> list.add(
                    list.get(0).isTextual() ? list.textNode(pick(entries.get(Kind.ACTOR)).get("slug").asText()) : list.get(0).deepCopy());
            default -> list.add(list.remove(0));
        }
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private void assertDerivedIsAsIfMadeAnew() throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Map<String, String> before = derived(connection);
            for (String table : DERIVED.keySet()) {
                execute(connection, "delete from " + table);
            }
            assertNotEquals(before, derived(connection));
            execute(connection, "select derive()");
            assertEquals(before, derived(connection));
            connection.rollback();
        }
    }

    private static Map<String, String> derived(Connection connection) throws SQLException {
        Map<String, String> derived = new TreeMap<>();
        for (Map.Entry<String, String> table : DERIVED.entrySet()) {
            derived.put(table.getKey(), one(connection, fingerprint(table.getValue(), table.getKey())));
        }
        return derived;
    }

    /** Returns the rows of every table with history in the schema, as of the revision. */
    private Map<String, String> tables(String schema, long revision) {
        Map<String, String> tables = new TreeMap<>();
        try (Connection connection = source.getConnection()) {
            execute(connection, "set parley.as_of = '" + revision + "'");
            for (String table : one(connection, KEPT).split(" ")) {
                String columns = table.equals("record") ? "id, kind, slug, since" : "t.*";
                tables.put(table, one(connection, fingerprint(columns, schema + "." + table)));
            }
            execute(connection, "reset parley.as_of");
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fingerprint(String columns, String table) {
        return String.format(Locale.ROOT,
                "select count(*) || ' ' || md5(string_agg(r, E'\\n' order by r)) from (select row(%s)::text from %s t) x (r)", columns,
                table);
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
