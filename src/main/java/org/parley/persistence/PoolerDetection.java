package org.parley.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Detects a connection pooler that shares database sessions between clients, as PgBouncer with `pool_mode = transaction`. Session settings,
 * listeners, locks and prepared statements would then affect other clients.
 */
final class PoolerDetection {

    private static final Logger LOG = Logger.getLogger(PoolerDetection.class);
    /** More than the processes of a pooler that share an address, so that two connections reach the same process. */
    private static final int CONNECTIONS = 5;
    /** Identifies a session. Process ids are reused, and two servers may have the same, so the start time is included. */
    private static final String SESSION = """
            select concat_ws(' ', pg_backend_pid(), (select backend_start from pg_stat_activity where pid = pg_backend_pid()))""";

    /** Opens a connection. */
    interface Opener {
        Connection open() throws SQLException;
    }

    private PoolerDetection() {
    }

    /**
     * Whether simultaneous connections share a session, or one of them changes it. False if too few connections are available. Throws an
     * SQLException if not even one is.
     */
    static boolean isDetected(Opener opener) throws SQLException {
        List<Connection> connections = new ArrayList<>(List.of(opener.open()));
        try {
            List<String> sessions = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                if (i > 0) {
                    connections.add(opener.open());
                }
                String session = session(connections.get(i));
                if (sessions.contains(session)) {
                    return true;
                }
                sessions.add(session);
            }
            return hasChangedSession(connections, sessions);
        } catch (SQLException e) {
            LOG.debug("cannot determine whether sessions are shared", e);
            return false;
        } finally {
            connections.forEach(PoolerDetection::close);
        }
    }

    /**
     * Checks in reverse order, to detect poolers that prefer the most recently used session as well as those that prefer the least recently
     * used.
     */
    private static boolean hasChangedSession(List<Connection> connections, List<String> sessions) throws SQLException {
        for (int i = CONNECTIONS - 1; i >= 0; i--) {
            if (!session(connections.get(i)).equals(sessions.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a connection was lost", e);
        }
    }

    private static String session(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(SESSION)) {
            row.next();
            return row.getString(1);
        }
    }
}
