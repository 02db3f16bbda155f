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
import org.jboss.logging.Logger;
import org.parley.store.DedicatedConnections;
import org.postgresql.PGConnection;

/**
 * Follows the record's revision on a connection of its own: by notifications, and by asking where none come, as on a standby. While the
 * database takes no changes, or refused one, it also tries new connections: these may lead to another database, or be allowed what older
 * ones are not.
 */
@Singleton
class RevisionFollower {

    private static final Logger LOG = Logger.getLogger(RevisionFollower.class);
    private static final String NAME = "parley revision";
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PROBE = Duration.ofSeconds(3);
    /** A round asks one statement over a connection that answers within seconds or fails. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);

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

    /** False where only a restart of the process helps. */
    boolean isAlive() {
        return thread == null || stopped || thread.isAlive() && System.nanoTime() - round < LONGEST_ROUND.toNanos();
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

    /** Follows until that fails, by whatever: also where memory is short, this thread goes on. */
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
                LOG.warnf("the record's revision cannot be followed; trying again: %s", failure);
            }
            LOG.debug("the record's revision cannot be followed", failure);
        } catch (Throwable unreported) {
            // To go on is worth more than to say why.
        }
    }

    private void follow(Connection connection) throws SQLException {
        PGConnection notified = connection.unwrap(PGConnection.class);
        boolean listening = false;
        long probed = System.nanoTime();
        current.connect();
        while (!stopped) {
            round = System.nanoTime();
            DatabaseState state = RevisionQueries.state(connection);
            current.see(state, round);
            recovered();
            if (listening) {
                notified.getNotifications((int) POLL.toMillis());
            } else if (!state.isStandby()) {
                RevisionQueries.listen(connection);
                listening = true;
            } else {
                pause(POLL.toMillis());
            }
            if (System.nanoTime() - probed > PROBE.toNanos() && (current.takeDoubt() || !state.isWritable())) {
                probed = System.nanoTime();
                Optional<Boolean> writable = isWritableAnew();
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
            LOG.info("the record's revision is followed again");
            // What happened to this connection may have happened to all, and silently.
            connections.renewPool();
        }
    }

    /** Whether a new connection may write; empty where none can be had. */
    private Optional<Boolean> isWritableAnew() {
        try (Connection probe = connections.open(NAME)) {
            return Optional.of(RevisionQueries.state(probe).isWritable());
        } catch (SQLException e) {
            LOG.debug("no new connection can be had", e);
            return Optional.empty();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            // Nobody interrupts it but a debugger; `stopped` ends it.
            LOG.debug("woken", e);
        }
    }

    /** Waits until the connection is closed, within moments. */
    void stop(@Observes ShutdownEvent going) throws InterruptedException {
        stopped = true;
        if (thread != null) {
            thread.join(4 * POLL.toMillis());
        }
    }
}
