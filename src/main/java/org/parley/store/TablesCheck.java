package org.parley.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the database has the tables that this version needs. Newer ones are well: old pods answer on while an upgrade rolls. */
@Readiness
@ApplicationScoped
public class TablesCheck implements HealthCheck {

    /** The number of the newest migration. */
    public static final int NEEDED = 6;

    /** What to tell where they are older. */
    public static final String BEHIND = "the database's tables are older than this version needs: run the command migrate first";

    private static final String UNDEFINED_TABLE = "42P01";

    private final DataSource source;
    private volatile boolean found;

    TablesCheck(DataSource source) {
        this.source = source;
    }

    /** False also where the database does not answer: it may come. */
    public boolean behind() {
        try {
            return !found();
        } catch (SQLException away) {
            return false;
        }
    }

    @Override
    public HealthCheckResponse call() {
        try {
            return found() ? HealthCheckResponse.up("tables")
                    : HealthCheckResponse.named("tables").down().withData("reason", BEHIND).build();
        } catch (SQLException away) {
            return HealthCheckResponse.named("tables").down().withData("reason", "the database does not answer").build();
        }
    }

    private boolean found() throws SQLException {
        if (!found) {
            found = version() >= NEEDED;
        }
        return found;
    }

    private int version() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet version = statement
                        .executeQuery("select coalesce(max(cast(version as int)), 0) from flyway_schema_history where success")) {
            version.next();
            return version.getInt(1);
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return 0;
            }
            throw e;
        }
    }
}
