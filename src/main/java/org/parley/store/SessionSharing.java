package org.parley.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Finds out whether a connection pooler gives each transaction another session of the database, as PgBouncer does by `pool_mode =
 * transaction`. What a connection has set, listens to, locks or has prepared is then another client's.
 */
final class SessionSharing {

    private static final Logger LOG = Logger.getLogger(SessionSharing.class);
    /** More than the processes of a pooler that would share an address: two of the connections are with the same one. */
    private static final int CONNECTIONS = 5;
    /** Process numbers are used again, and those of two servers may be the same. */
    private static final String SESSION = """
            select concat_ws(' ', pg_backend_pid(), (select backend_start from pg_stat_activity where pid = pg_backend_pid()))""";

    /** Opens a connection. */
    interface Opener {
        Connection open() throws SQLException;
    }

    private SessionSharing() {
    }

    /**
     * Whether connections that are open at the same time were seen in one session, or one of them in two. False also where fewer
     * connections can be had. Throws what the driver throws where not even the first can be had.
     */
    static boolean isFound(Opener opener) throws SQLException {
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
            return isMoved(connections, sessions);
        } catch (SQLException e) {
            LOG.debug("whether sessions are shared is not known", e);
            return false;
        } finally {
            connections.forEach(SessionSharing::close);
        }
    }

    /**
     * Asks in the opposite order, so that it is found whether a pooler prefers the session that was used last or the one that was used
     * first.
     */
    private static boolean isMoved(List<Connection> connections, List<String> sessions) throws SQLException {
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
