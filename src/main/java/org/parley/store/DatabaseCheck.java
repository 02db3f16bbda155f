package org.parley.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.parley.store.DatabaseRequirement.Use;

/** Whether Parley can work with the database that the settings name. What is found missing is said in one line, with what to do. */
@ApplicationScoped
public class DatabaseCheck {

    /** The message where the tables are older than needed. */
    public static final String BEHIND = "The database's tables are older than this version of Parley needs. Run the command migrate first.";

    private static final Logger LOG = Logger.getLogger(DatabaseCheck.class);
    private static final String NAME = "parley check";
    /** Invalid data, an invalid schema name, a syntax error or missing rights. */
    private static final List<String> QUERY_CLASSES = List.of("22", "3F", "42");
    private static final String FOREIGN = "The tables in the schema public are another application's: its migrations are recorded in "
            + "public.flyway_schema_history. Give Parley a database of its own.";
    private static final String SHARED_SESSIONS = "A connection pooler gives each transaction another session of the database, as PgBouncer "
            + "does by pool_mode = transaction or statement. Parley needs sessions of its own: set pool_mode = session for this database, or "
            + "connect to PostgreSQL directly.";

    private final DedicatedConnections connections;

    DatabaseCheck(DedicatedConnections connections) {
        this.connections = connections;
    }

    /**
     * Why Parley cannot work with the database; empty where it can. Throws what the driver throws where the database does not answer now.
     *
     * @param migrating whether the tables are about to be made or changed; otherwise they are to be as this version needs them
     */
    Optional<String> refusal(boolean migrating) throws SQLException {
        Optional<String> settings = ConnectionRefusal.of(connections.settings());
        if (settings.isPresent()) {
            return settings;
        }
        Connection connection;
        try {
            // First, and without settings of the session: another client would have them too.
            if (SessionSharing.isFound(() -> connections.openBare(NAME))) {
                return Optional.of(SHARED_SESSIONS);
            }
            connection = connections.open(NAME);
        } catch (SQLException e) {
            return orThrow(ConnectionRefusal.of(e), e);
        }
        try (connection) {
            return refusal(connection, migrating);
        } catch (SQLException e) {
            return orThrow(
                    Optional.of("The check of the database failed: " + ConnectionRefusal.line(e) + ".").filter(message -> isOfQuery(e)), e);
        }
    }

    private static Optional<String> orThrow(Optional<String> refusal, SQLException failure) throws SQLException {
        if (refusal.isEmpty()) {
            throw failure;
        }
        return refusal;
    }

    /** Whether a query cannot be answered, whenever it is asked; otherwise the database or the connection is away. */
    private static boolean isOfQuery(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return QUERY_CLASSES.stream().anyMatch(state::startsWith);
    }

    private static Optional<String> refusal(Connection connection, boolean migrating) throws SQLException {
        Optional<String> unmet = DatabaseRequirement.firstUnmet(connection, Use.ALWAYS);
        if (unmet.isPresent()) {
            return unmet;
        }
        int version = TablesVersion.of(connection);
        if (version == TablesVersion.FOREIGN) {
            return Optional.of(FOREIGN);
        }
        if (version > TablesCheck.NEEDED) {
            LOG.warnf("The database's tables are newer (version %d) than this version of Parley knows (%d). That is right while a newer "
                    + "version is rolled out; otherwise run that version.", version, TablesCheck.NEEDED);
        }
        if (migrating) {
            return version == TablesVersion.NONE ? DatabaseRequirement.firstUnmet(connection, Use.CREATING) : Optional.empty();
        }
        return version < TablesCheck.NEEDED ? Optional.of(BEHIND) : DatabaseRequirement.firstUnmet(connection, Use.SERVING);
    }
}
