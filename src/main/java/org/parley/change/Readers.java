package org.parley.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Those who may hold an answer from before a write. */
@ApplicationScoped
public class Readers {

    private static final long PAUSE_MILLIS = 2;

    private final DataSource source;

    Readers(DataSource source) {
        this.source = source;
    }

    /** Returns when no replica answers from before what is committed now; called after every write, before it is told as done. */
    public void await() {
        try (Connection connection = source.getConnection()) {
            await(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the write is done, but the replicas cannot be asked whether they know", e);
        }
    }

    /** The same, asked over this connection. */
    public static void await(Connection connection) throws SQLException {
        long until = System.nanoTime() + 2 * Revision.LEASE.toNanos();
        while (ReplicaQueries.anyBehind(connection) && System.nanoTime() - until < 0) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
