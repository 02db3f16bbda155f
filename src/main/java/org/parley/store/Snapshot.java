package org.parley.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.parley.fault.DeclinedException;
import org.parley.fault.ErrorCode;
import org.postgresql.jdbc.PgConnection;

/**
 * A transaction that sees one state of the record, on a connection of the pool.
 *
 * @param driver the driver's own connection: the pool's would look after every value that is read off a row
 * @param revision the record's revision in this state
 * @param onStandby whether the database follows another one, so that later revisions may be on their way
 */
record Snapshot(Connection pooled, Connection driver, long revision, boolean onStandby) implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Snapshot.class);
    private static final String SQL = "select d.revision, pg_is_in_recovery() from dataset d";
    /** SQLSTATEs of a session that the server has ended. */
    private static final Set<String> ENDED = Set.of("57P01", "57P02", "57P05");
    private static final String CONNECTION_CLASS = "08";
    /** A pool that was idle while the database restarted holds no more lost connections than this. */
    private static final int MOST_LOST = 50;
    private static final Duration LOST_AT_ONCE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 50;
    /** Each of these keeps a worker thread. */
    private static final Semaphore WAITING = new Semaphore(20);

    /** Opens one of that revision or a later one; waits two seconds for a standby that is behind, and refuses then. */
    static Snapshot open(DataSource source, long least) throws SQLException {
        Snapshot snapshot = open(source);
        if (snapshot.revision >= least) {
            return snapshot;
        }
        if (snapshot.onStandby && WAITING.tryAcquire()) {
            try {
                long until = System.nanoTime() + PATIENCE.toNanos();
                while (snapshot.revision < least && System.nanoTime() - until < 0) {
                    snapshot.close();
                    pause();
                    snapshot = open(source);
                }
            } finally {
                WAITING.release();
            }
        }
        if (snapshot.revision < least) {
            snapshot.close();
            throw behind(least, snapshot.revision);
        }
        return snapshot;
    }

    private static DeclinedException behind(long least, long revision) {
        return new DeclinedException(ErrorCode.REVISION_NOT_REACHED, "the database is at revision " + revision + ", and revision " + least
                + " is needed; try again in a moment, or do without it", Map.of("revision", String.valueOf(revision)));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeclinedException(ErrorCode.UNAVAILABLE, "the service is stopping; try again in a moment", Map.of());
        }
    }

    /** Connections that were lost while they were idle are dropped until one is found that answers. */
    private static Snapshot open(DataSource source) throws SQLException {
        long until = System.nanoTime() + LOST_AT_ONCE.toNanos();
        for (int lost = 0;; lost++) {
            Connection pooled = source.getConnection();
            try {
                return begin(pooled);
            } catch (SQLException e) {
                giveBack(pooled);
                if (!isLost(e) || lost == MOST_LOST || System.nanoTime() - until > 0) {
                    throw e;
                }
            }
        }
    }

    private static Snapshot begin(Connection pooled) throws SQLException {
        pooled.setAutoCommit(false);
        Connection driver = pooled.unwrap(PgConnection.class);
        try (PreparedStatement statement = driver.prepareStatement(SQL); ResultSet row = statement.executeQuery()) {
            row.next();
            return new Snapshot(pooled, driver, row.getLong(1), row.getBoolean(2));
        }
    }

    private static boolean isLost(SQLException e) {
        return e.getSQLState() != null && (e.getSQLState().startsWith(CONNECTION_CLASS) || ENDED.contains(e.getSQLState()));
    }

    /** Ends the transaction, in which nothing was written, and gives the connection back. */
    @Override
    public void close() {
        giveBack(pooled);
    }

    /** The pool drops a connection whose rollback fails. */
    private static void giveBack(Connection pooled) {
        try (Connection used = pooled) {
            used.rollback();
        } catch (SQLException e) {
            LOG.debug("a connection was lost", e);
        }
    }
}
