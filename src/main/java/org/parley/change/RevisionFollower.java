package org.parley.change;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;
import org.parley.persistence.DedicatedConnections;
import org.postgresql.PGConnection;

/**
 * Follows the revision of the record on a dedicated connection: by notifications, and by polling on a standby. While the database is
 * read-only, or after a write failed, it also probes new connections, which may reach another database or have other privileges.
 */
@Liveness
@Singleton
class RevisionFollower implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(RevisionFollower.class);
    private static final String NAME = "parley revision";
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PROBE = Duration.ofSeconds(3);
    /** Maximum time of one round, which takes seconds at most. */
    private static final Duration MAX_ROUND = Duration.ofMinutes(1);

    private final DedicatedConnections connections;
    private final CurrentRevision current;
    private final boolean enabled;
    private final Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2));
    private volatile boolean stopped;
    private volatile long round = System.nanoTime();
    private boolean failing;
    private Thread thread;

    RevisionFollower(DedicatedConnections connections, CurrentRevision current,
            @ConfigProperty(name = "parley.change.watch", defaultValue = "true") boolean enabled) {
        this.connections = connections;
        this.current = current;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent start) {
        if (enabled) {
            thread = new Thread(this::run, NAME);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Liveness of the thread, which only starts with the process. */
    @Override
    public HealthCheckResponse call() {
        boolean alive = thread == null || stopped || thread.isAlive() && System.nanoTime() - round < MAX_ROUND.toNanos();
        return HealthCheckResponse.named("revision follower").status(alive).build();
    }

    private void run() {
        while (!stopped) {
            round = System.nanoTime();
            Throwable failure = attempt();
            if (failure != null) {
                report(failure);
            }
            pause(backoff.next());
        }
    }

    /** Follows the revision until that fails. Catches errors too, so that this thread survives a lack of memory. */
    private Throwable attempt() {
        try (Connection connection = connections.open(NAME)) {
            follow(connection);
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private void report(Throwable failure) {
        try {
            if (!failing) {
                failing = true;
                LOG.warnf("The revision cannot be read, retrying: %s", failure);
            }
            LOG.debug("The revision cannot be read", failure);
        } catch (Throwable unreported) {
            // Continuing is more important than logging.
        }
    }

    private void follow(Connection connection) throws SQLException {
        PGConnection notified = connection.unwrap(PGConnection.class);
        boolean listening = false;
        long probed = System.nanoTime();
        current.onConnect();
        while (!stopped) {
            round = System.nanoTime();
            DatabaseState state = RevisionQueries.state(connection);
            current.onState(state, round);
            recovered();
            if (listening) {
                notified.getNotifications((int) POLL.toMillis());
            } else if (!state.isStandby()) {
                RevisionQueries.listen(connection);
                listening = true;
            } else {
                pause(POLL.toMillis());
            }
            if (System.nanoTime() - probed > PROBE.toNanos() && (current.takeWriteFailure() || !state.isWritable())) {
                probed = System.nanoTime();
                Optional<Boolean> writable = probeWritable();
                if (writable.orElse(false)) {
                    connections.renewPool();
                }
                if (writable.isPresent() && writable.get() != state.isWritable()) {
                    return;
                }
            }
        }
    }

    private void recovered() {
        backoff.reset();
        if (failing) {
            failing = false;
            LOG.info("The revision can be read again");
            // The connections of the pool may be broken as well.
            connections.renewPool();
        }
    }

    /** Whether a new connection is writable; empty if none is available. */
    private Optional<Boolean> probeWritable() {
        try (Connection probe = connections.open(NAME)) {
            return Optional.of(RevisionQueries.state(probe).isWritable());
        } catch (SQLException e) {
            LOG.debug("No new connection is available", e);
            return Optional.empty();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            // Only a debugger interrupts this thread; `stopped` ends it.
            LOG.debug("Interrupted", e);
        }
    }

    /** Waits briefly until the connection is closed. */
    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        stopped = true;
        if (thread != null) {
            thread.join(4 * POLL.toMillis());
        }
    }
}
