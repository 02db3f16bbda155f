package org.parley.store;

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
 * Checks the database before anything else uses it. The process ends where something is wrong that does not mend itself. Where the database
 * does not answer, a command waits for it a while; the service starts, and is ready when the database is found right.
 */
@ApplicationScoped
class StartCheck {

    /** What the process was started for. */
    enum Purpose {
        SERVE,
        MIGRATE,
        COMMAND
    }

    private static final Logger LOG = Logger.getLogger(StartCheck.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Before everything else that starts. */
    private static final int FIRST = 1;

    private final DatabaseCheck check;
    private final Purpose purpose;
    private final Duration patience;

    StartCheck(DatabaseCheck check, @ConfigProperty(name = "parley.start.purpose", defaultValue = "SERVE") Purpose purpose,
            @ConfigProperty(name = "parley.start.patience", defaultValue = "60s") Duration patience) {
        this.check = check;
        this.purpose = purpose;
        this.patience = patience;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent start) {
        try {
            Optional<String> refusal = purpose == Purpose.SERVE ? check.refusal(false) : awaited();
            refusal.ifPresent(this::end);
        } catch (SQLException e) {
            String away = "The database cannot be reached: " + ConnectionRefusal.line(e) + ".";
            if (purpose != Purpose.SERVE) {
                end(away + " Check QUARKUS_DATASOURCE_JDBC_URL, and that the server runs.");
            }
            LOG.warn(away + " The service becomes ready when it can be.");
        }
    }

    private Optional<String> awaited() throws SQLException {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return check.refusal(purpose == Purpose.MIGRATE);
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

    /**
     * The service says why in its log, a command on the standard error. Of this kind of exception the framework prints the message alone.
     */
    private void end(String message) {
        if (purpose == Purpose.SERVE) {
            LOG.error(message);
        }
        throw new ConfigurationException(purpose == Purpose.SERVE ? "Parley did not start; the log says why." : message);
    }
}
