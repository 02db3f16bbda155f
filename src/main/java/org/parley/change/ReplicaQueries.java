package org.parley.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;

/** Every query of the room: replicas, and what they have seen. */
final class ReplicaQueries {

    private ReplicaQueries() {
    }

    /** From here on this connection is notified of every new revision. */
    static void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen parley_revision");
        }
    }

    /** Notes that the replica goes by that revision, and by none before it, for so long; gives the newest. */
    static long renew(Connection connection, UUID replica, long revision, Duration lease) throws SQLException {
        String sql = """
                insert into replica (id, revision, until) values (?, ?, clock_timestamp() + make_interval(secs => ?))
                on conflict (id) do update set revision = excluded.revision, until = excluded.until
                returning (select d.revision from dataset d)""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, replica);
            statement.setLong(2, revision);
            statement.setDouble(3, lease.toMillis() / 1e3);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Forgets the replica, and those that have long been gone. */
    static void leave(Connection connection, UUID replica) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("delete from replica where id = ? or until < clock_timestamp() - interval '1 hour'")) {
            statement.setObject(1, replica);
            statement.executeUpdate();
        }
    }

    /** Whether some replica may still go by an older revision than the newest. */
    static boolean anyBehind(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
                select exists (select from replica r, dataset d where r.revision < d.revision and r.until > clock_timestamp())""")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
