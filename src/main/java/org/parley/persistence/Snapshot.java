package org.parley.persistence;

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
import org.parley.fault.ErrorCode;
import org.parley.fault.RequestDeclinedException;
import org.postgresql.jdbc.PgConnection;

/**
 * A transaction that sees one state of the record, on a connection of the pool.
 *
 * @param driver the connection of the driver, because that of the pool adds overhead to each value read
 * @param revision the revision of this state
 * @param onStandby whether the database is a standby, which may receive later revisions
 */
record Snapshot(Connection pooled, Connection driver, long revision, boolean onStandby) implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Snapshot.class);
    /** Opens the snapshot. Its time limits apply from the next statement on. */
    private static final String SQL = """
            select d.revision, pg_is_in_recovery(), set_config('statement_timeout', ?, true), set_config('lock_timeout', ?, true)
            from dataset d""";
    private static final String LIMIT = "select set_config('statement_timeout', ?, true), set_config('lock_timeout', ?, true)";
    /** SQLSTATEs of a session that the server has terminated. */
    private static final Set<String> TERMINATED = Set.of("57P01", "57P02", "57P05");
    private static final String CONNECTION_CLASS = "08";
    /** Maximum number of broken connections in a pool that was idle while the database restarted. */
    private static final int MAX_LOST = 50;
    private static final Duration REPLACE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration STANDBY_TIMEOUT = Duration.ofSeconds(2);
    private static final long PAUSE_MILLIS = 50;
    /** Limits the waiting requests, because each occupies a worker thread. */
    private static final Semaphore WAITING = new Semaphore(20);

    /**
     * Opens a snapshot of at least that revision. Waits two seconds for a standby that is behind, then throws a RequestDeclinedException.
     *
     * @param millis the time limit of each statement
     */
    static Snapshot open(DataSource source, long minRevision, long millis) throws SQLException {
        Snapshot snapshot = open(source, millis);
        if (snapshot.revision >= minRevision) {
            return snapshot;
        }
        if (snapshot.onStandby && WAITING.tryAcquire()) {
            try {
                long until = System.nanoTime() + STANDBY_TIMEOUT.toNanos();
                while (snapshot.revision < minRevision && System.nanoTime() - until < 0) {
                    snapshot.close();
                    pause();
                    snapshot = open(source, millis);
                }
            } finally {
                WAITING.release();
            }
        }
        if (snapshot.revision < minRevision) {
            snapshot.close();
            throw behind(minRevision, snapshot.revision);
        }
        return snapshot;
    }

    private static RequestDeclinedException behind(long minRevision, long revision) {
        return new RequestDeclinedException(ErrorCode.REVISION_NOT_REACHED, "The database is at revision " + revision + "; revision "
                + minRevision + " is required. Retry in a moment, or omit the minimum revision.",
                Map.of("revision", String.valueOf(revision)));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RequestDeclinedException(ErrorCode.UNAVAILABLE, "the service is stopping; retry in a moment", Map.of());
        }
    }

    /** Opens a snapshot, and drops connections of the pool that broke while idle. */
    private static Snapshot open(DataSource source, long millis) throws SQLException {
        long until = System.nanoTime() + REPLACE_TIMEOUT.toNanos();
        for (int lost = 0;; lost++) {
            Connection pooled = source.getConnection();
            try {
                return begin(pooled, millis);
            } catch (SQLException e) {
                release(pooled);
                if (!isLost(e) || lost == MAX_LOST || System.nanoTime() - until > 0) {
                    throw e;
                }
            }
        }
    }

    private static Snapshot begin(Connection pooled, long millis) throws SQLException {
        pooled.setAutoCommit(false);
        Connection driver = pooled.unwrap(PgConnection.class);
        try (PreparedStatement statement = driver.prepareStatement(SQL)) {
            bind(statement, millis);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Snapshot(pooled, driver, row.getLong(1), row.getBoolean(2));
            }
        }
    }

    /** Sets the time limit of later statements and of each fetch. */
    void limit(long millis) throws SQLException {
        try (PreparedStatement statement = driver.prepareStatement(LIMIT)) {
            bind(statement, millis);
            statement.executeQuery();
        }
    }

    /** Binds the time limits. That for locks is shorter, so that waiting for a lock fails with its own SQLSTATE. */
    private static void bind(PreparedStatement statement, long millis) throws SQLException {
        statement.setString(1, String.valueOf(millis));
        statement.setString(2, String.valueOf(Math.max(1, millis * 3 / 4)));
    }

    private static boolean isLost(SQLException e) {
        return e.getSQLState() != null && (e.getSQLState().startsWith(CONNECTION_CLASS) || TERMINATED.contains(e.getSQLState()));
    }

    /** Ends the transaction, in which nothing was written, and releases the connection. */
    @Override
    public void close() {
        release(pooled);
    }

    /** Releases a connection. The pool drops it if its rollback fails. */
    private static void release(Connection pooled) {
        try (Connection released = pooled) {
            released.rollback();
        } catch (SQLException e) {
            LOG.debug("a connection was lost", e);
        }
    }
}
