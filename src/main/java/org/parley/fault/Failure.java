package org.parley.fault;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.exception.JDBCConnectionException;
import org.jboss.logging.Logger;

/**
 * What a client is told of a failure: a code, and what to do. What is a fault of ours is logged under an id, and the client gets the id.
 */
public record Failure(String message, Map<String, Object> extensions) {

    private static final Logger LOG = Logger.getLogger(Failure.class);
    static final String READ_ONLY = "the database is read-only now, as a standby is; send changes to a service on the primary, or later";
    private static final String CANCELED = "57014";
    /** The SQL state of a write in a transaction or on a database that is read-only. */
    public static final String READ_ONLY_TRANSACTION = "25006";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final List<String> NOT_WRITABLE = List.of(READ_ONLY_TRANSACTION, INSUFFICIENT_PRIVILEGE);
    /**
     * The server is shutting down, or does not take connections now; it ended a transaction that this process held open, or gave it up for
     * another's sake; or others write for long. The last is the driver's own, where it is interrupted while it connects.
     */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300", "25P03", "25P04", "40001", "40P01", "55P03",
            "99999");
    private static final String CONNECTION_CLASS = "08";
    /** Connection, authorization, unknown database, resources, intervention of an operator, system error. */
    private static final Set<String> REFUSALS = Set.of(CONNECTION_CLASS, "28", "3D", "53", "57", "58");
    /** A value that its type cannot have: what a forged cursor comes to. */
    private static final String DATA_CLASS = "22";

    /** Tells a failure; `where` says in the log what failed. */
    public static Failure of(Throwable thrown, Supplier<String> where) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DeclinedException declined) {
                return declined.failure();
            }
            if (cause instanceof BadUserInputException) {
                return of(cause.getMessage(), ErrorCode.BAD_USER_INPUT);
            }
            if (cause instanceof BudgetExceededException exceeded) {
                return exceeded.failure();
            }
            if (cause instanceof TimeoutException) {
                return of(cause.getMessage(), ErrorCode.TIMEOUT);
            }
            if (cause instanceof SQLException sql && CANCELED.equals(sql.getSQLState())) {
                return of(new TimeoutException().getMessage(), ErrorCode.TIMEOUT);
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().startsWith(DATA_CLASS)) {
                LOG.warnf("%s: %s", where.get(), cause.getMessage());
                return of("a value of this field's arguments is none that can be looked for; change it", ErrorCode.BAD_USER_INPUT);
            }
            if (cause instanceof SQLException sql && READ_ONLY_TRANSACTION.equals(sql.getSQLState())) {
                return of(READ_ONLY, ErrorCode.READ_ONLY);
            }
            if (cause instanceof StackOverflowError) {
                return of("the request is nested too deep; ask in two requests", ErrorCode.COST_EXCEEDED);
            }
            if (isUnavailable(cause)) {
                LOG.warnf("%s: %s", where.get(), cause.getMessage());
                return of("the record cannot be read now; try again in a moment", ErrorCode.UNAVAILABLE);
            }
        }
        String id = UUID.randomUUID().toString();
        LOG.errorf(thrown, "%s failed (%s)", where.get(), id);
        return new Failure("the service failed to answer; its log says why under the id",
                Map.of("code", ErrorCode.INTERNAL.name(), "id", id));
    }

    /** Whether a database failed with that SQL state. */
    public static boolean hasState(Throwable thrown, String state) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && state.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a write failed since the database, or the user's rights, allow none. */
    public static boolean isReadOnly(Throwable thrown) {
        return NOT_WRITABLE.stream().anyMatch(state -> hasState(thrown, state));
    }

    /**
     * What a database says that cannot be reached, refuses or ends the connection, or gives up the transaction; or why the transaction
     * manager rolled it back. Empty where the failure is another.
     */
    public static Optional<String> refusal(Throwable thrown) {
        Optional<String> refused = line(thrown, Failure::isRefused);
        if (refused.isPresent() || causes(thrown).anyMatch(SQLException.class::isInstance)) {
            return refused;
        }
        return causes(thrown).filter(RollbackException.class::isInstance).findFirst()
                .map(cause -> "the transaction was rolled back: " + line(cause));
    }

    /** What the database says where the user lacks a right; empty where the failure is another. */
    public static Optional<String> denial(Throwable thrown) {
        return line(thrown, sql -> INSUFFICIENT_PRIVILEGE.equals(sql.getSQLState()));
    }

    /** The innermost: that of a batch repeats its statement. */
    private static Optional<String> line(Throwable thrown, Predicate<SQLException> wanted) {
        return causes(thrown).filter(SQLException.class::isInstance).map(SQLException.class::cast).filter(wanted)
                .reduce((outer, inner) -> inner).map(Failure::line);
    }

    private static String line(Throwable cause) {
        return RecordedText.printable(String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
    }

    /** The transaction manager keeps what made a commit fail among the suppressed. */
    private static Stream<Throwable> causes(Throwable thrown) {
        return thrown == null ? Stream.empty() : Stream.concat(Stream.of(thrown),
                Stream.concat(Arrays.stream(thrown.getSuppressed()), Stream.ofNullable(thrown.getCause())).flatMap(Failure::causes));
    }

    private static boolean isRefused(SQLException sql) {
        return sql.getSQLState() == null || AWAY.contains(sql.getSQLState()) || REFUSALS.contains(sql.getSQLState().substring(0, 2));
    }

    public ErrorCode code() {
        return ErrorCode.valueOf((String) extensions.get("code"));
    }

    /** An exception without a state is the pool's: it has no connection to give. */
    private static boolean isUnavailable(Throwable cause) {
        if (cause instanceof JDBCConnectionException || cause instanceof SQLTransientException || cause instanceof RollbackException) {
            return true;
        }
        return cause instanceof SQLException sql
                && (sql.getSQLState() == null || sql.getSQLState().startsWith(CONNECTION_CLASS) || AWAY.contains(sql.getSQLState()));
    }

    private static Failure of(String message, ErrorCode code) {
        return new Failure(message, Map.of("code", code.name()));
    }
}
