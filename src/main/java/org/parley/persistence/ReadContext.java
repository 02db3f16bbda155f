package org.parley.persistence;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The context in which one request reads: its connection, the snapshot of the record, the requested fields and the budget. All statements
 * see one snapshot until it is renewed. An open context is bound to its thread, so that {@link Store} finds it; all other code gets it as
 * an argument.
 */
public final class ReadContext implements AutoCloseable {

    /** The revision if nothing was read. */
    public static final long NONE = -1;

    private static final Logger LOG = Logger.getLogger(ReadContext.class);
    private static final ThreadLocal<ReadContext> BOUND = new ThreadLocal<>();

    private final SqlExecutor executor;
    private RequestedFields requested = RequestedFields.ALL;
    /** Null if the current state is read. */
    private AsOfMoment moment;
    /** Whether the moment was applied to the snapshot. */
    private boolean momentApplied;
    private CommitHorizon horizon;
    /** Rows that several fields of the request need, by statement and values. */
    private final Map<List<Object>, List<Object[]>> shared = new HashMap<>();

    private ReadContext(SqlExecutor executor) {
        this.executor = executor;
    }

    /**
     * Opens a context and binds it to this thread.
     *
     * @param deadline the value of System.nanoTime() after which no statement is sent
     * @param budget how much it may read
     */
    public static ReadContext open(DataSource source, long deadline, ReadBudget budget) {
        ReadContext context = new ReadContext(new SqlExecutor(source, deadline, budget));
        BOUND.set(context);
        return context;
    }

    /** Returns the context that is bound to this thread. */
    static ReadContext bound() {
        ReadContext context = BOUND.get();
        if (context == null) {
            throw new IllegalStateException("no ReadContext is open on this thread");
        }
        return context;
    }

    /** Runs an action that reads only the columns that these fields need. */
    public <T> T read(RequestedFields fields, Supplier<T> action) {
        requested = fields;
        try {
            return action.get();
        } finally {
            requested = RequestedFields.ALL;
        }
    }

    /** Returns the fields that are requested of the current action. */
    RequestedFields requested() {
        return requested;
    }

    ReadBudget budget() {
        return executor.budget();
    }

    /** Returns the number of statements sent, without those that open a snapshot, set its limits or check slugs. */
    public int statements() {
        return executor.statements();
    }

    /** Returns the revision that was last read or is known to be written; NONE if there is neither. */
    public long revision() {
        return executor.revision();
    }

    /** Returns the revision that was current at a moment, in the snapshot that was read; the newest one for null. */
    public RevisionTime revisionTime(Instant asOf) {
        return RevisionTime.read(this, asOf);
    }

    /** Sets the minimum revision of later reads. */
    public void setMinRevision(long minRevision) {
        if (executor.setMinRevision(minRevision)) {
            clearMoment();
        }
    }

    /**
     * Sets the minimum revision of later reads and opens a snapshot of it. Waits for a standby that is behind; fails if it stays behind.
     */
    public void awaitRevision(long minRevision) {
        setMinRevision(minRevision);
        try {
            executor.open();
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    /** Makes later reads return the record as of a moment that was awaited before; null for its current state, which must be read first. */
    public void readAsOf(Instant asOf) {
        if (asOf == null ? moment != null : moment == null || !asOf.equals(moment.asOf())) {
            if (asOf == null) {
                throw new IllegalStateException("the current state must be read before earlier ones");
            }
            horizon.check(asOf);
            moment = new AsOfMoment(asOf);
            momentApplied = false;
            shared.clear();
        }
    }

    /** Waits until no running transaction can add a change at these moments. Must run before the snapshot is opened. */
    public void awaitCommits(Collection<Instant> moments) {
        if (!moments.isEmpty()) {
            horizon = CommitHorizon.await(this, moments);
        }
    }

    /** Returns the rows of a query, which is executed once for the same values in the same snapshot. */
    List<Object[]> shared(String sql, WhereClause where, Supplier<List<Object[]>> query) {
        List<Object> key = List.of(sql, where.comparable());
        List<Object[]> rows = shared.get(key);
        if (rows == null) {
            rows = query.get();
            shared.put(key, rows);
        }
        return rows;
    }

    /** Executes a query as of the selected moment. */
    void query(String sql, WhereClause where, SqlExecutor.RowHandler handler) {
        if (moment != null && !momentApplied) {
            moment.apply(this);
            momentApplied = true;
        }
        send(moment == null ? sql : AsOfMoment.COMMENT + sql, where, handler);
    }

    /** Executes a query that does not read records for the response, and is not counted. */
    void queryUncounted(String sql, WhereClause where, SqlExecutor.RowHandler handler) {
        executor.executeUncounted(sql, where, handler);
    }

    /** Executes a statement as it is. */
    void send(String sql, WhereClause where, SqlExecutor.RowHandler handler) {
        executor.execute(sql, where, handler);
    }

    /** Reads the current revision although nothing else is read. Does nothing if the database is unavailable. */
    public void refreshRevision() {
        try {
            executor.open();
        } catch (SQLException e) {
            LOG.debug("the revision cannot be read", e);
        }
    }

    /** Closes the snapshot and releases the connection; later reads open a new snapshot. Throws a TimeoutException after the deadline. */
    public void renewSnapshot() {
        executor.checkDeadline();
        releaseConnection();
    }

    @Override
    public void close() {
        BOUND.remove();
        releaseConnection();
    }

    /** Releases the connection; nothing was written. */
    void releaseConnection() {
        if (executor.close()) {
            clearMoment();
        }
    }

    private void clearMoment() {
        shared.clear();
        moment = null;
        momentApplied = false;
    }
}
