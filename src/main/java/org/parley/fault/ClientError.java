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
 * The error that a client gets for a failure: a message and extensions with a code. Internal errors are logged under an id, and the client
 * gets only the id.
 */
public record ClientError(String message, Map<String, Object> extensions) {

    private static final Logger LOG = Logger.getLogger(ClientError.class);
    static final String READ_ONLY = "the database is read-only; send the mutation to a service on the primary, or retry later";
    /** SQLSTATE of a canceled statement. */
    public static final String CANCELED = "57014";
    /** SQLSTATE of a write in a read-only transaction or database. */
    public static final String READ_ONLY_TRANSACTION = "25006";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final List<String> READ_ONLY_STATES = List.of(READ_ONLY_TRANSACTION, INSUFFICIENT_PRIVILEGE);
    /**
     * SQLSTATEs of an unavailable server: it shuts down, rejects connections, terminated the transaction, or other transactions hold locks.
     * The last is the driver's own, if it is interrupted while connecting.
     */
    private static final Set<String> UNAVAILABLE_STATES = Set.of("57P01", "57P02", "57P03", "53300", "25P03", "25P04", "40001", "40P01",
            "55P03", "99999");
    private static final String CONNECTION_CLASS = "08";
    /** SQLSTATE classes: connection, authorization, unknown database, resources, operator intervention, system error. */
    private static final Set<String> REJECTION_CLASSES = Set.of(CONNECTION_CLASS, "28", "3D", "53", "57", "58");
    /** SQLSTATE class of invalid values, such as those of a forged cursor. */
    private static final String DATA_CLASS = "22";

    /**
     * Converts a failure.
     *
     * @param where names what failed, for the log
     */
    public static ClientError of(Throwable thrown, Supplier<String> where) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestDeclinedException declined) {
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
                return of("argument value out of range", ErrorCode.BAD_USER_INPUT);
            }
            if (cause instanceof SQLException sql && READ_ONLY_TRANSACTION.equals(sql.getSQLState())) {
                return of(READ_ONLY, ErrorCode.READ_ONLY);
            }
            if (cause instanceof StackOverflowError) {
                return of("the request is nested too deeply; split it into several requests", ErrorCode.COST_EXCEEDED);
            }
            if (isUnavailable(cause)) {
                LOG.warnf("%s: %s", where.get(), cause.getMessage());
                return of("the database is unavailable; retry in a moment", ErrorCode.UNAVAILABLE);
            }
        }
        String id = UUID.randomUUID().toString();
        LOG.errorf(thrown, "%s failed (%s)", where.get(), id);
        return new ClientError("internal error; the log of the service has details under this id",
                Map.of("code", ErrorCode.INTERNAL.name(), "id", id));
    }

    /** Whether a cause is an SQLException with that SQLSTATE. */
    public static boolean hasState(Throwable thrown, String state) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && state.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a write failed because the database is read-only or the user lacks privileges. */
    public static boolean isReadOnly(Throwable thrown) {
        return READ_ONLY_STATES.stream().anyMatch(state -> hasState(thrown, state));
    }

    /**
     * Returns the message of a database that is unavailable or rejected the connection or the transaction, or the reason for a rollback.
     * Empty for other failures.
     */
    public static Optional<String> rejection(Throwable thrown) {
        Optional<String> rejected = line(thrown, ClientError::isRejected);
        if (rejected.isPresent() || causes(thrown).anyMatch(SQLException.class::isInstance)) {
            return rejected;
        }
        return causes(thrown).filter(RollbackException.class::isInstance).findFirst()
                .map(cause -> "the transaction was rolled back: " + line(cause));
    }

    /** Returns the message of the database for a missing privilege; empty for other failures. */
    public static Optional<String> denial(Throwable thrown) {
        return line(thrown, sql -> INSUFFICIENT_PRIVILEGE.equals(sql.getSQLState()));
    }

    /** Returns the message of the innermost matching exception, because that of a batch repeats its statement. */
    private static Optional<String> line(Throwable thrown, Predicate<SQLException> condition) {
        return causes(thrown).filter(SQLException.class::isInstance).map(SQLException.class::cast).filter(condition)
                .reduce((outer, inner) -> inner).map(ClientError::line);
    }

    private static String line(Throwable cause) {
        return TextRules.printable(String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
    }

    /**
     * Returns an exception, its suppressed exceptions and its causes. The transaction manager adds the cause of a failed commit to the
     * suppressed ones.
     */
    public static Stream<Throwable> causes(Throwable thrown) {
        return thrown == null ? Stream.empty() : Stream.concat(Stream.of(thrown),
                Stream.concat(Arrays.stream(thrown.getSuppressed()), Stream.ofNullable(thrown.getCause())).flatMap(ClientError::causes));
    }

    private static boolean isRejected(SQLException sql) {
        return sql.getSQLState() == null || UNAVAILABLE_STATES.contains(sql.getSQLState())
                || REJECTION_CLASSES.contains(sql.getSQLState().substring(0, 2));
    }

    public ErrorCode code() {
        return ErrorCode.valueOf((String) extensions.get("code"));
    }

    /** Whether the database is unavailable. An exception without SQLSTATE is of the pool, which has no free connection. */
    private static boolean isUnavailable(Throwable cause) {
        if (cause instanceof JDBCConnectionException || cause instanceof SQLTransientException || cause instanceof RollbackException) {
            return true;
        }
        return cause instanceof SQLException sql && (sql.getSQLState() == null || sql.getSQLState().startsWith(CONNECTION_CLASS)
                || UNAVAILABLE_STATES.contains(sql.getSQLState()));
    }

    private static ClientError of(String message, ErrorCode code) {
        return new ClientError(message, Map.of("code", code.name()));
    }
}
