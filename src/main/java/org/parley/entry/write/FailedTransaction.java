package org.parley.entry.write;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.parley.fault.ClientError;

/** The outcome of a failed transaction, which decides whether it can be retried. */
enum FailedTransaction {

    /** The transaction failed by itself, and would fail again. */
    FAILED,
    /** The database aborted the transaction because of another one, or the connection was lost before the commit: nothing was written. */
    ROLLED_BACK,
    /** The commit failed: it is not known whether anything was written. */
    UNKNOWN;

    /** Serialization failure, deadlock, and the timeouts that end idle or long transactions. */
    private static final Set<String> ABORTED_STATES = Set.of("40001", "40P01", "25P03", "25P04");
    /** The server is shutting down, has crashed, or is starting. */
    private static final Set<String> UNAVAILABLE_STATES = Set.of("57P01", "57P02", "57P03");
    private static final String CONNECTION_CLASS = "08";

    static FailedTransaction of(Throwable thrown, boolean committing) {
        List<String> states = ClientError.causes(thrown).filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState()).filter(Objects::nonNull).toList();
        if (states.stream().anyMatch(ABORTED_STATES::contains)) {
            return ROLLED_BACK;
        }
        if (committing) {
            return UNKNOWN;
        }
        return states.stream().anyMatch(state -> UNAVAILABLE_STATES.contains(state) || state.startsWith(CONNECTION_CLASS)) ? ROLLED_BACK
                : FAILED;
    }
}
