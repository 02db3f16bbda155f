package org.parley.websocket;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Records changes as every write does: under the lock, as the next revision. */
public final class ChangeWriter {

    private ChangeWriter() {
    }

    /** Writes a number of revisions, each with one change of a meeting. Returns the last. */
    public static long write(Connection connection, int revisions, String slug) throws SQLException {
        long revision = 0;
        for (int i = 0; i < revisions; i++) {
            revision = write(connection, "MEETING", slug);
        }
        return revision;
    }

    public static long write(Connection connection, String kind, String... slugs) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local synchronous_commit = off");
            statement.execute("lock table write_lock in exclusive mode");
            statement.executeUpdate("update dataset set revision = revision + 1");
            long revision;
            try (ResultSet row = statement.executeQuery("select revision from dataset")) {
                row.next();
                revision = row.getLong(1);
            }
            statement.execute("select stamp_revision()");
            for (int position = 0; position < slugs.length; position++) {
                note(connection, revision, position, kind, slugs[position]);
            }
            connection.commit();
            return revision;
        }
    }

    private static void note(Connection connection, long revision, int position, String kind, String slug) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement("""
                insert into change (revision, position, act, kind, slug, record_id, at, editor, before, after)
                select v.number, ?, 'AMENDED', ?, ?, r.id, v.at, 'alice', '{}', '{}' from revision v, record r
                where v.number = ? and r.kind = ? and r.slug = ?""")) {
            change.setInt(1, position);
            change.setString(2, kind);
            change.setString(3, slug);
            change.setLong(4, revision);
            change.setString(5, kind);
            change.setString(6, slug);
            if (change.executeUpdate() != 1) {
                throw new AssertionError("no " + kind + " " + slug);
            }
        }
    }
}
