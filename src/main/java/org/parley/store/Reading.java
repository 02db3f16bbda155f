package org.parley.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
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

    /** The revision where nothing of the record was read. */
    public static final long NONE = -1;

    /** The fields that show a place in a list. */
    static final Set<String> CURSORS = Set.of("cursor", "startCursor", "endCursor");

    /** A long result is read in parts of so many rows, so that the budget ends it before it fills the memory. */
    private static final int FETCHED_ROWS = 1_000;
    private static final Logger LOG = Logger.getLogger(Reading.class);
    private static final Logger SQL = Logger.getLogger("org.parley.sql");
    private static final ThreadLocal<Reading> CURRENT = new ThreadLocal<>();

    private final DataSource source;
    private final long deadline;
    private final ReadBudget budget;
    /** Null before the first statement. */
    private Snapshot snapshot;
    /** Of the last snapshot; what is read is of this revision at least. */
    private long revision = NONE;
    private int statements;
    /** After it the database answers nothing more on this connection. */
    private SQLException failed;
    /** The fields that are asked for; null where all is read. */
    private Set<String> asked;
    /** Null where the record is read as it stands. */
    private Moment moment;
    private boolean moved;
    private Horizon horizon;

    private Reading(DataSource source, long deadline, ReadBudget budget) {
        this.source = source;
        this.deadline = deadline;
        this.budget = budget;
    }

    /** Opens a reading for this thread; it sends no statement after that moment of System.nanoTime(), and reads what the budget allows. */
    public static Reading open(DataSource source, long deadline, ReadBudget budget) {
        Reading reading = new Reading(source, deadline, budget);
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

    /** From here on these fields are asked for, of whatever records; null: all. */
    public static void ask(Set<String> fields) {
        current().asked = fields;
    }

    /** Whether one of these fields is asked for. */
    boolean asks(Set<String> fields) {
        return asked == null || !Collections.disjoint(asked, fields);
    }

    ReadBudget budget() {
        return budget;
    }

    /** How many statements it sent, without those that open a snapshot. */
    public int statements() {
        return statements;
    }

    /** The record's revision that this thread read last or is known to have written; NONE where it did neither. */
    public long revision() {
        return revision;
    }

    /** What this thread reads from here on is of that revision at least. */
    public static void expect(long least) {
        Reading reading = current();
        if (reading.snapshot != null && reading.snapshot.revision() < least) {
            reading.giveBack();
        }
        reading.revision = Math.max(reading.revision, least);
    }

    /** The same, looked after at once: waits a moment for a standby that is behind; refused where it does not get there. */
    public static void require(long least) {
        expect(least);
        try {
            current().snapshot();
        } catch (SQLException e) {
            throw new UncheckedSqlException(e);
        }
    }

    /**
     * What this thread reads from here on is how the record stood at that moment, which is among those that were settled. Null: as it
     * stands, which comes first.
     */
    public static void standAt(Instant asOf) {
        Reading reading = current();
        if (asOf == null ? reading.moment != null : reading.moment == null || !asOf.equals(reading.moment.asOf())) {
            if (asOf == null) {
                throw new IllegalStateException("the record as it stands is read before it is as it stood");
            }
            reading.horizon.check(asOf);
            reading.moment = new Moment(asOf);
            reading.moved = false;
        }
    }

    /** Waits until no write that is under way can still be of one of these moments. Comes before the snapshot of what is read. */
    public static void settle(Collection<Instant> moments) {
        if (!moments.isEmpty()) {
            current().horizon = Horizon.await(current(), moments);
        }
    }

    void query(String sql, Where where, RowHandler handler) {
        if (moment != null && !moved) {
            moment.move(this);
            moved = true;
        }
        send(moment == null ? sql : Moment.MARK + sql, where, handler);
    }

    void send(String sql, Where where, RowHandler handler) {
        checkTime();
        budget.check();
        if (failed != null) {
            throw new UncheckedSqlException(failed);
        }
        statements++;
        NamedSql named = NamedSql.of(sql);
        SQL.debug(named.text());
        try (PreparedStatement statement = snapshot().driver().prepareStatement(named.text())) {
            named.bind(statement, where.parameters());
            statement.setFetchSize(FETCHED_ROWS);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    budget.row();
                    handler.row(rows);
                }
            }
        } catch (SQLException e) {
            failed = e;
            throw new UncheckedSqlException(e);
        }
    }

    /** Notes the record's revision though nothing of it is read; not where the database does not answer. */
    public static void learnRevision() {
        try {
            current().snapshot();
        } catch (SQLException e) {
            LOG.debug("the revision is not known", e);
        }
    }

    private Snapshot snapshot() throws SQLException {
        if (snapshot == null) {
            snapshot = Snapshot.open(source, revision);
            revision = snapshot.revision();
        }
        return snapshot;
    }

    /** What this thread reads from here on is of a new moment. Until then it keeps no connection. Refused when it is late. */
    public static void renew() {
        current().checkTime();
        current().giveBack();
    }

    private void checkTime() {
        if (System.nanoTime() - deadline > 0) {
            throw new TimeoutException();
        }
    }

    @Override
    public void close() {
        CURRENT.remove();
        giveBack();
    }

    /** Gives the connection back; nothing was written. */
    void giveBack() {
        failed = null;
        if (snapshot != null) {
            snapshot.close();
            snapshot = null;
            moment = null;
            moved = false;
        }
    }
}
