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
     * database cannot be asked, when every lease of before has run out.
     */
    public void await() {
        long committed = System.nanoTime();
        try (Connection connection = source.getConnection()) {
            await(connection);
        } catch (SQLException e) {
            LOG.warnf("a write is done, but who has seen it cannot be asked: %s", e.getMessage());
            while (System.nanoTime() - committed < Revision.LEASE.toNanos()) {
                pause();
            }
        }
    }

    /** The same, asked over this connection. */
    public static void await(Connection connection) throws SQLException {
        long until = System.nanoTime() + 2 * Revision.LEASE.toNanos();
        while (ReplicaQueries.anyBehind(connection) && System.nanoTime() - until < 0) {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
