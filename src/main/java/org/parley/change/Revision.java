package org.parley.change;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * The record's revision, known to this replica without asking for it at each request. A replica takes a lease: the database notes which
 * revision it has seen, and until when it may go by that. Whoever writes waits until every replica has seen the write, or may no longer go
 * by what it saw before; so nobody gets an older answer than a write that was told as done. A notification makes that quick; that it comes
 * is not relied on.
 */
@Singleton
public class Revision {

    private static final Logger LOG = Logger.getLogger(Revision.class);
    /** How long a replica may go by what it saw. A clock in this process runs from before the database's. */
    static final Duration LEASE = Duration.ofSeconds(2);
    private static final Duration RENEWAL = Duration.ofMillis(500);

    private record Seen(long revision, long until) {}

    private final DataSource source;
    private final boolean watched;
    private final UUID replica = UUID.randomUUID();
    private final List<LongConsumer> told = new CopyOnWriteArrayList<>();
    private volatile long newestSeen;
    private volatile Seen seen;
    private volatile boolean stopped;
    private Thread watcher;

    Revision(DataSource source, @ConfigProperty(name = "parley.change.watch", defaultValue = "true") boolean watched) {
        this.source = source;
        this.watched = watched;
    }

    /** The newest revision; empty while this replica cannot be sure of it. */
    public OptionalLong newest() {
        Seen last = seen;
        return last != null && System.nanoTime() - last.until < 0 ? OptionalLong.of(last.revision) : OptionalLong.empty();
    }

    /** Tells of the newest revision that was seen, and of every newer one, some of them together; who is told may not take long. */
    public void onNewer(LongConsumer listener) {
        told.add(listener);
        listener.accept(newestSeen);
    }

    void start(@Observes StartupEvent start) {
        if (watched) {
            watcher = new Thread(this::watch, "revision");
            watcher.setDaemon(true);
            watcher.start();
        }
    }

    private void watch() {
        while (!stopped) {
            try (Connection connection = source.getConnection()) {
                followOrDrop(connection);
            } catch (SQLException | RuntimeException e) {
                LOG.debug("the revision cannot be followed now", e);
                pause();
            }
        }
    }

    /** A connection that failed here is not given back to others. */
    private void followOrDrop(Connection connection) throws SQLException {
        try {
            follow(connection);
        } catch (SQLException e) {
            connection.abort(Runnable::run);
            throw e;
        }
    }

    private void follow(Connection connection) throws SQLException {
        ReplicaQueries.listen(connection);
        PGConnection notified = connection.unwrap(PGConnection.class);
        long held = 0;
        while (!stopped) {
            long asked = System.nanoTime();
            long newest = ReplicaQueries.renew(connection, replica, held, LEASE);
            if (newest == held) {
                seen = new Seen(held, asked + LEASE.toNanos());
                notified.getNotifications((int) RENEWAL.toMillis());
            } else {
                // Nothing goes by the old one from before the database is told of the new one.
                seen = null;
                held = newest;
                newestSeen = newest;
                told.forEach(listener -> listener.accept(newest));
            }
        }
        seen = null;
        ReplicaQueries.leave(connection, replica);
    }

    private void pause() {
        try {
            Thread.sleep(RENEWAL.toMillis());
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    /** While the connections are still there: who writes next need not wait for a replica that has gone. */
    void stop(@Observes ShutdownEvent going) throws InterruptedException {
        stopped = true;
        if (watcher != null) {
            watcher.join(2 * RENEWAL.toMillis());
        }
    }
}
