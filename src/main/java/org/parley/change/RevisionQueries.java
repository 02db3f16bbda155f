package org.parley.change;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the follower of revisions asks the database. */
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

    /** From here on this connection is notified of every new revision. A standby refuses this. */
    static void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen parley_revision");
        }
    }
}
