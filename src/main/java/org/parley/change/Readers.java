package org.parley.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Those who may hold an answer from before a write. */
@ApplicationScoped
public class Readers {

    private static final Logger LOG = Logger.getLogger(Readers.class);
    private static final long PAUSE_MILLIS = 2;

    private final DataSource source;

    Readers(DataSource source) {
        this.source = source;
    }

    /**
     * Returns when no replica answers from before what is committed now; called after every write, before it is told as done. Where the
     * database cannot be asked, when every lease of before has run out; where this thread is interrupted, at once.
     */
    public void await() {
        long committed = System.nanoTime();
        try (Connection connection = source.getConnection()) {
            await(connection);
        } catch (SQLException e) {
            LOG.warnf("a write is done, but who has seen it cannot be asked: %s", e.getMessage());
            boolean more = true;
            while (more && System.nanoTime() - committed < Revision.LEASE.toNanos()) {
                more = paused();
            }
        }
    }

    /** The same, asked over this connection. */
    public static void await(Connection connection) throws SQLException {
        long until = System.nanoTime() + 2 * Revision.LEASE.toNanos();
        boolean more = true;
        while (more && ReplicaQueries.anyBehind(connection) && System.nanoTime() - until < 0) {
            more = paused();
        }
    }

    /** Not where this thread is to end: the write is done, and is told as done. */
    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
