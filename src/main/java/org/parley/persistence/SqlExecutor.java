package org.parley.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.parley.fault.ClientError;
import org.parley.fault.TimeoutException;

/** Executes the statements of one request on one snapshot, within its budget and deadline. */
final class SqlExecutor {

    /** Handles a row of a result. */
    interface RowHandler {
        void row(ResultSet row) throws SQLException;
    }

    /** Rows per fetch. The limits are checked before each fetch. */
    static final int FETCH_SIZE = 1_000;
    /** Time by which PostgreSQL's limit may exceed the time that is left, because setting it takes a statement. */
    private static final long SLACK_MILLIS = 50;
    private static final Logger SQL = Logger.getLogger("org.parley.sql");

    private final DataSource source;
    private final long deadline;
    private final ReadBudget budget;
    /** Null before the first statement. */
    private Snapshot snapshot;
    /** Milliseconds after which PostgreSQL cancels a statement or a fetch. */
    private long limit;
    /** Minimum revision of the next snapshot: that of the last one, or a later one that was required. */
    private long revision = ReadContext.NONE;
    private int statements;
    /** The error after which PostgreSQL rejects further statements in the transaction; null if there is none. */
    private SQLException failed;

    SqlExecutor(DataSource source, long deadline, ReadBudget budget) {
        this.source = source;
        this.deadline = deadline;
        this.budget = budget;
    }

    ReadBudget budget() {
        return budget;
    }

    int statements() {
        return statements;
    }

    long revision() {
        return revision;
    }

    /** Executes a statement that is not counted. */
    void executeUncounted(String sql, WhereClause where, RowHandler handler) {
        execute(sql, where, handler);
        statements--;
    }

    /** Sets the minimum revision of later reads. Returns whether the snapshot was older and was closed. */
    boolean setMinRevision(long minRevision) {
        boolean closed = snapshot != null && snapshot.revision() < minRevision && close();
        revision = Math.max(revision, minRevision);
        return closed;
    }

    /** Returns the snapshot, opened if necessary. */
    Snapshot open() throws SQLException {
        if (snapshot == null) {
            long millis = budget.millisLeft();
            snapshot = Snapshot.open(source, revision, millis);
            limit = millis;
            revision = snapshot.revision();
        }
        return snapshot;
    }

    void execute(String sql, WhereClause where, RowHandler handler) {
        check();
        if (failed != null) {
            throw new UncheckedSqlException(failed);
        }
        statements++;
        NamedParameterSql named = NamedParameterSql.of(sql);
        SQL.debug(named.text());
        try {
            execute(open().driver(), named, where, handler);
        } catch (SQLException e) {
            failed = e;
            throw new UncheckedSqlException(e);
        }
    }

    private void execute(Connection driver, NamedParameterSql named, WhereClause where, RowHandler handler) throws SQLException {
        try (PreparedStatement statement = driver.prepareStatement(named.text())) {
            named.bind(statement, where.parameters());
            statement.setFetchSize(FETCH_SIZE);
            reduceLimit();
            try (ResultSet rows = timed(statement::executeQuery)) {
                for (int read = 0; next(rows, read); read++) {
                    budget.row();
                    handler.row(rows);
                }
            }
        }
    }

    /** Moves to the next row. PostgreSQL's time limit applies to each fetch, so it is reduced to the time that is left. */
    private boolean next(ResultSet rows, int read) throws SQLException {
        if (read == 0 || read % FETCH_SIZE != 0) {
            return rows.next();
        }
        check();
        reduceLimit();
        return timed(rows::next);
    }

    private interface Step<T> {
        T run() throws SQLException;
    }

    /** Counts the time that the driver waits for PostgreSQL. */
    private <T> T timed(Step<T> step) throws SQLException {
        long start = System.nanoTime();
        try {
            T result = step.run();
            budget.time(System.nanoTime() - start, limit);
            return result;
        } catch (SQLException e) {
            if (ClientError.hasState(e, ClientError.CANCELED)) {
                budget.canceled(System.nanoTime() - start, limit);
            }
            throw e;
        }
    }

    private void reduceLimit() throws SQLException {
        long left = budget.millisLeft();
        if (left < limit - SLACK_MILLIS) {
            snapshot.limit(left);
            limit = left;
        }
    }

    private void check() {
        checkDeadline();
        budget.check();
    }

    void checkDeadline() {
        if (System.nanoTime() - deadline > 0) {
            throw new TimeoutException();
        }
    }

    /** Releases the connection; nothing was written. Returns whether there was a snapshot. */
    boolean close() {
        failed = null;
        if (snapshot == null) {
            return false;
        }
        snapshot.close();
        snapshot = null;
        return true;
    }
}
