package org.parley.persistence;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Checks the database at startup, before anything else uses it. The process exits on a permanent problem. If the database is unavailable, a
 * command waits for it; the service starts, and becomes ready when the check succeeds.
 */
@ApplicationScoped
class StartCheck {

    /** The purpose of the process. */
    enum Purpose {
        SERVE,
        MIGRATE,
        COMMAND
    }

    private static final Logger LOG = Logger.getLogger(StartCheck.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Runs before other observers. */
    private static final int FIRST = 1;

    private final DatabaseCheck check;
    private final Purpose purpose;
    private final Duration timeout;

    StartCheck(DatabaseCheck check, @ConfigProperty(name = "parley.start.purpose", defaultValue = "SERVE") Purpose purpose,
            @ConfigProperty(name = "parley.start.patience", defaultValue = "60s") Duration timeout) {
        this.check = check;
        this.purpose = purpose;
        this.timeout = timeout;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent start) {
        try {
            Optional<String> problem = purpose == Purpose.SERVE ? check.findProblem(false) : findProblemWithRetries();
            problem.ifPresent(this::exit);
        } catch (SQLException e) {
            String unavailable = "The database cannot be reached: " + ConnectionRejection.line(e) + ".";
            if (purpose != Purpose.SERVE) {
                exit(unavailable + " Check QUARKUS_DATASOURCE_JDBC_URL and that the server is running.");
            }
            LOG.warn(unavailable + " The service becomes ready when the database can be reached.");
        }
    }

    private Optional<String> findProblemWithRetries() throws SQLException {
        long until = System.nanoTime() + timeout.toNanos();
        while (true) {
            try {
                return check.findProblem(purpose == Purpose.MIGRATE);
            } catch (SQLException e) {
                if (System.nanoTime() - until > 0 || !pause()) {
                    throw e;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Exits. The service logs the reason, a command prints it. Quarkus prints only the message of this type of exception. */
    private void exit(String message) {
        if (purpose == Purpose.SERVE) {
            LOG.error(message);
        }
        throw new ConfigurationException(purpose == Purpose.SERVE ? "Parley did not start; see the log." : message);
    }
}
