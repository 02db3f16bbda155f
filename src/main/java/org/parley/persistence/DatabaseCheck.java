package org.parley.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.parley.persistence.DatabaseRequirement.Use;

/** Checks that the database in the settings meets the requirements. A problem is reported in one line with its solution. */
@ApplicationScoped
public class DatabaseCheck {

    /** The message for tables that a migration has to update. */
    public static final String OUTDATED = "The database's tables are older than this version of Parley needs. Run the command migrate first.";

    private static final Logger LOG = Logger.getLogger(DatabaseCheck.class);
    private static final String NAME = "parley check";
    /** SQLSTATE classes of failures that a retry does not resolve: invalid data, invalid schema name, syntax error or missing privilege. */
    private static final List<String> PERMANENT_CLASSES = List.of("22", "3F", "42");
    private static final String FOREIGN = "The tables in the schema public belong to another application: its migrations are recorded in "
            + "public.flyway_schema_history. Give Parley a database of its own.";
    private static final String SHARED_SESSIONS = "The connection pooler shares database sessions between clients (in PgBouncer, pool_mode = transaction "
            + "or statement). Parley requires a session for each connection: set pool_mode = session for this database, or connect to "
            + "PostgreSQL directly.";

    private final DedicatedConnections connections;
    private final int required;

    @Inject
    DatabaseCheck(DedicatedConnections connections, Flyway flyway) {
        this(connections, TablesVersion.required(flyway.getConfiguration()));
    }

    DatabaseCheck(DedicatedConnections connections, int required) {
        this.connections = connections;
        this.required = required;
    }

    /**
     * Returns why Parley cannot use the database; empty if it can. Throws an SQLException if the database is unavailable.
     *
     * @param migrating whether the tables will be created or migrated; otherwise they must have the current version
     */
    Optional<String> findProblem(boolean migrating) throws SQLException {
        Optional<String> settings = ConnectionRejection.of(connections.settings());
        if (settings.isPresent()) {
            return settings;
        }
        Connection connection;
        try {
            // Checked first and without session settings, which would also affect other clients.
            if (PoolerDetection.isDetected(() -> connections.openBare(NAME))) {
                return Optional.of(SHARED_SESSIONS);
            }
            connection = connections.open(NAME);
        } catch (SQLException e) {
            return orThrow(ConnectionRejection.of(e), e);
        }
        try (connection) {
            return findProblem(connection, migrating);
        } catch (SQLException e) {
            return orThrow(
                    Optional.of("The check of the database failed: " + ConnectionRejection.line(e) + ".").filter(message -> isPermanent(e)),
                    e);
        }
    }

    private static Optional<String> orThrow(Optional<String> problem, SQLException failure) throws SQLException {
        if (problem.isEmpty()) {
            throw failure;
        }
        return problem;
    }

    /** Whether a query failed permanently, not because the database is unavailable. */
    private static boolean isPermanent(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return PERMANENT_CLASSES.stream().anyMatch(state::startsWith);
    }

    private Optional<String> findProblem(Connection connection, boolean migrating) throws SQLException {
        Optional<String> unmet = DatabaseRequirement.firstUnmet(connection, Use.ALWAYS);
        if (unmet.isPresent()) {
            return unmet;
        }
        int version = TablesVersion.of(connection);
        if (version == TablesVersion.FOREIGN) {
            return Optional.of(FOREIGN);
        }
        if (version > required) {
            LOG.warnf("The database's tables are newer (version %d) than this version of Parley knows (%d). This is normal during a "
                    + "rolling upgrade; otherwise run the newer version.", version, required);
        }
        if (migrating) {
            return version == TablesVersion.NONE ? DatabaseRequirement.firstUnmet(connection, Use.CREATING) : Optional.empty();
        }
        return version < required ? Optional.of(OUTDATED) : DatabaseRequirement.firstUnmet(connection, Use.SERVING);
    }
}
