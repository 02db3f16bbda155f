package org.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A later migration adds a column to a table with records: former rows have no value in it. */
class MigrationTest {

    @Test
    void addsColumn() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(); Connection connection = postgres.getPostgresDatabase().getConnection()) {
            Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
            write(connection, "insert into record (id, kind, slug) values (1, 'TRACK', 'talks'); "
                    + "insert into track (id, slug, name) values (1, 'talks', 'Évian')");
            write(connection, "update track set name = 'Genève'");
            execute(connection, "alter table track add motto text collate \"C\"; create index track_motto_idx on track (motto); "
                    + "select history.keep('track')");
            write(connection, "update track set motto = 'Peace'");
            write(connection, "update track set motto = 'Truce', name = 'Praha'");
            assertEquals("Évian", at(connection, 1));
            assertEquals("Genève", at(connection, 2));
            assertEquals("Genève Peace", at(connection, 3));
            assertEquals("Praha Truce", at(connection, 4));
            assertEquals("track_motto_idx",
                    value(connection, "select indexname from pg_indexes where schemaname = 'history' and indexname = 'track_motto_idx'"));
        }
    }

    private static void write(Connection connection, String sql) throws SQLException {
        execute(connection, "update dataset set revision = revision + 1; " + sql + "; select derive(array[1])");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns name and motto as of that revision. */
    private static String at(Connection connection, long revision) throws SQLException {
        execute(connection, "set parley.as_of = '" + revision + "'");
        return value(connection, "select concat_ws(' ', name, motto) from as_of.track");
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(query)) {
            return found.next() ? found.getString(1) : "";
        }
    }
}
