package org.parley.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Whether the database was found right once, as it may not have answered at the start. Newer tables are fine during a rolling upgrade. */
@Readiness
@ApplicationScoped
public class TablesCheck implements HealthCheck {

    /** The number of the newest migration. */
    public static final int NEEDED = 7;

    private static final Logger LOG = Logger.getLogger(TablesCheck.class);
    private static final String NAME = "tables";

    private final DatabaseCheck check;
    private final ReentrantLock checking = new ReentrantLock();
    private volatile boolean right;
    private String reported = "";

    TablesCheck(DatabaseCheck check) {
        this.check = check;
    }

    @Override
    public HealthCheckResponse call() {
        if (right) {
            return HealthCheckResponse.up(NAME);
        }
        try {
            Optional<String> refusal = refusal();
            return refusal.isEmpty() ? HealthCheckResponse.up(NAME) : down(refusal.get());
        } catch (SQLException e) {
            return down("the database does not answer");
        }
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }

    /** One probe asks the database at a time: where it does not answer, the others do not wait behind it. */
    private Optional<String> refusal() throws SQLException {
        if (!checking.tryLock()) {
            throw new SQLTransientException("another check of the database is running");
        }
        try {
            return checked();
        } finally {
            checking.unlock();
        }
    }

    private Optional<String> checked() throws SQLException {
        Optional<String> refusal = check.refusal(false);
        right = refusal.isEmpty();
        refusal.filter(message -> !message.equals(reported)).ifPresent(message -> {
            LOG.error(message);
            reported = message;
        });
        return refusal;
    }
}
