package org.parley.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.parley.fault.TimeoutException;
import org.postgresql.jdbc.PgConnection;

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
    private static final Logger SQL = Logger.getLogger("org.parley.sql");
    private static final ThreadLocal<Reading> CURRENT = new ThreadLocal<>();

    private final DataSource source;
    private final long deadline;
    private Connection pooled;
    private Connection driver;
    private int statements;
    private Set<String> asked;

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

    /** From here on these fields are asked for, of whatever records. */
    public static void ask(Set<String> fields) {
        current().asked = fields;
    }

    /** The fields that are asked for; null for all. */
    Set<String> asked() {
        return asked;
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
        SQL.debug(named.text());
        try (PreparedStatement statement = driver().prepareStatement(named.text())) {
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

    /** The driver's own connection: the pool's would look after every value that is read off a row. */
    private Connection driver() throws SQLException {
        if (driver == null) {
            pooled = pooled == null ? source.getConnection() : pooled;
            pooled.setAutoCommit(false);
            driver = pooled.unwrap(PgConnection.class);
        }
        return driver;
    }

    /** Gives the connection back, through the pool, which drops one that is broken. Nothing was written. */
    @Override
    public void close() {
        CURRENT.remove();
        if (pooled == null) {
            return;
        }
        try (Connection used = pooled) {
            used.rollback();
        } catch (SQLException e) {
            LOG.debug("a connection was lost", e);
        }
    }
}
