package org.parley.change;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The SQL queries of the revision follower. */
final class RevisionQueries {

    private static final String STATE = """
            select d.revision, pg_is_in_recovery(), cast(current_setting('transaction_read_only') as boolean),
                has_table_privilege('dataset', 'update')
            from dataset d""";

    private RevisionQueries() {
    }

    static DatabaseState state(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(STATE)) {
            row.next();
            return new DatabaseState(row.getLong(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4));
        }
    }

    /** Subscribes the connection to notifications of new revisions. Fails on a standby. */
    static void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen parley_revision");
        }
    }
}
