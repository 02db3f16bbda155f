package org.parley.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Tables that the version before filled are brought up to date with what they hold, and with what they held. */
class MigrationTest {

    @Test
    void namesAreSpelledAtEveryRevision() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(); Connection connection = postgres.getPostgresDatabase().getConnection()) {
            migrate(postgres, "3");
            write(connection, "insert into record (id, kind, slug) values (1, 'TRACK', 'talks')");
            write(connection, "insert into track (id, slug, name) values (1, 'talks', 'Évian')");
            write(connection, "update track set name = 'Genève'");
            migrate(postgres, "latest");
            write(connection, "update track set name = 'Praha'");
            assertEquals("evian", spelling(connection, 2));
            assertEquals("geneve", spelling(connection, 3));
            assertEquals("praha", spelling(connection, 4));
        }
    }

    private static void migrate(EmbeddedPostgres postgres, String version) {
        Flyway.configure().dataSource(postgres.getPostgresDatabase()).target(version).load().migrate();
    }

    private static void write(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("update dataset set revision = revision + 1; " + sql + "; select derive(array[1])");
        }
    }

    private static String spelling(Connection connection, long revision) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set parley.as_of = '" + revision + "'");
            try (ResultSet found = statement.executeQuery("select spelling from as_of.search_entry")) {
                found.next();
                return found.getString(1);
            }
        }
    }
}
