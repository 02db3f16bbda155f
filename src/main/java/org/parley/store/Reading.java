package org.parley.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.parley.fault.TimeoutException;

/**
 * What one request reads with: one connection from its first statement on, so one snapshot of the record, until a deadline. It belongs to
 * the thread that opened it.
 */
public final class Reading implements AutoCloseable {

    /** What becomes of each row of a result. */
    interface RowHandler {
        void row(ResultSet row) throws SQLException;
    }

    private static final Logger LOG = Logger.getLogger(Reading.class);
    private static final ThreadLocal<Reading> CURRENT = new ThreadLocal<>();

    private final DataSource source;
    private final long deadline;
    private Connection connection;
    private int statements;

    private Reading(DataSource source, long deadline) {
        this.source = source;
        this.deadline = deadline;
    }

    /** Opens a reading for this thread; it sends no statement after that moment of System.nanoTime(). */
    public static Reading open(DataSource source, long deadline) {
        Reading reading = new Reading(source, deadline);
        CURRENT.set(reading);
        return reading;
    }

    /** The one that this thread has open. */
    static Reading current() {
        Reading reading = CURRENT.get();
        if (reading == null) {
            throw new IllegalStateException("nothing is read outside a request");
        }
        return reading;
    }

    /** How many statements it sent. */
    public int statements() {
        return statements;
    }

    void query(String sql, Where where, RowHandler handler) {
        if (System.nanoTime() - deadline > 0) {
            throw new TimeoutException();
        }
        statements++;
        NamedSql named = NamedSql.of(sql);
        try (PreparedStatement statement = connection().prepareStatement(named.text())) {
            named.bind(statement, where.parameters());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    handler.row(rows);
                }
            }
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = source.getConnection();
            connection.setAutoCommit(false);
        }
        return connection;
    }

    /** Gives the connection back. Nothing was written; and what failed in the database cannot be committed. */
    @Override
    public void close() {
        CURRENT.remove();
        if (connection == null) {
            return;
        }
        try (Connection used = connection) {
            used.rollback();
        } catch (SQLException e) {
            LOG.debug("a connection was lost", e);
        }
    }
}
