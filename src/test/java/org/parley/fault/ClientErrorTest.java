package org.parley.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.transaction.RollbackException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The message of a command for a failure of the database. */
class ClientErrorTest {

    private static final String LINE = "ERROR: given up";

    @ParameterizedTest
    @ValueSource(strings = {"25P03", "25P04", "40001", "40P01", "55P03", "57P01", "57014", "08006", "53100", "28P01"})
    void rejectionIsTheMessageOfTheDatabase(String state) {
        SQLException said = new SQLException(LINE + "\n  Detail: more", state);
        assertEquals(Optional.of(LINE), ClientError.rejection(new IllegalStateException(said)));
        assertEquals(Optional.of(LINE),
                ClientError.rejection(new BatchUpdateException("Batch entry 0 insert ...", state, 0, new int[0], said)));
        RollbackException rolledBack = new RollbackException("could not commit");
        rolledBack.addSuppressed(new IllegalStateException(said));
        assertEquals(Optional.of(LINE), ClientError.rejection(new IllegalStateException(rolledBack)));
    }

    @Test
    void transactionTimeoutIsReported() {
        assertEquals(Optional.of("the transaction was rolled back: not active"),
                ClientError.rejection(new IllegalStateException(new RollbackException("not active\nmore"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22023", "42501"})
    void otherFailuresAreNoRejection(String state) {
        RollbackException rolledBack = new RollbackException("could not commit");
        rolledBack.addSuppressed(new SQLException(LINE, state));
        assertEquals(Optional.empty(), ClientError.rejection(rolledBack));
        assertEquals(Optional.empty(), ClientError.rejection(new IllegalStateException("a fault")));
    }

    @Test
    void missingPrivilegeIsReported() {
        assertEquals(Optional.of(LINE), ClientError.denial(new IllegalStateException(new SQLException(LINE, "42501"))));
        assertEquals(Optional.empty(), ClientError.denial(new SQLException(LINE, "25006")));
    }
}
