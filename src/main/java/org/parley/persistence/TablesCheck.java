package org.parley.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Readiness: whether the check of the database has succeeded once, at startup or later. Newer tables are accepted, for rolling upgrades.
 */
@Readiness
@ApplicationScoped
public class TablesCheck implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(TablesCheck.class);
    private static final String NAME = "tables";

    private final DatabaseCheck databaseCheck;
    private final ReentrantLock checking = new ReentrantLock();
    private volatile boolean passed;
    private String reported = "";

    TablesCheck(DatabaseCheck databaseCheck) {
        this.databaseCheck = databaseCheck;
    }

    @Override
    public HealthCheckResponse call() {
        if (passed) {
            return HealthCheckResponse.up(NAME);
        }
        try {
            Optional<String> problem = problem();
            return problem.isEmpty() ? HealthCheckResponse.up(NAME) : down(problem.get());
        } catch (SQLException e) {
            return down("the database cannot be reached");
        }
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }

    /** Runs one check at a time, so that probes do not block each other if the database does not respond. */
    private Optional<String> problem() throws SQLException {
        if (!checking.tryLock()) {
            throw new SQLTransientException("another check of the database is running");
        }
        try {
            return check();
        } finally {
            checking.unlock();
        }
    }

    private Optional<String> check() throws SQLException {
        Optional<String> problem = databaseCheck.findProblem(false);
        passed = problem.isEmpty();
        problem.filter(message -> !message.equals(reported)).ifPresent(message -> {
            LOG.error(message);
            reported = message;
        });
        return problem;
    }
}
