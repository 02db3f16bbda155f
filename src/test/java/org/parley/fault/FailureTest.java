package org.parley.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.transaction.RollbackException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command reports of a failure at the database. */
class FailureTest {

    private static final String LINE = "ERROR: given up";

    @ParameterizedTest
    @ValueSource(strings = {"25P03", "25P04", "40001", "40P01", "55P03", "57P01", "57014", "08006", "53100", "28P01"})
    void refusalIsWhatTheDatabaseSaid(String state) {
        SQLException said = new SQLException(LINE + "\n  Detail: more", state);
        assertEquals(Optional.of(LINE), Failure.refusal(new IllegalStateException(said)));
        assertEquals(Optional.of(LINE), Failure.refusal(new BatchUpdateException("Batch entry 0 insert ...", state, 0, new int[0], said)));
        RollbackException rolledBack = new RollbackException("could not commit");
        rolledBack.addSuppressed(new IllegalStateException(said));
        assertEquals(Optional.of(LINE), Failure.refusal(new IllegalStateException(rolledBack)));
    }

    @Test
    void transactionThatTookTooLongIsReported() {
        assertEquals(Optional.of("the transaction was rolled back: not active"),
                Failure.refusal(new IllegalStateException(new RollbackException("not active\nmore"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22023", "42501"})
    void otherFailuresAreNone(String state) {
        RollbackException rolledBack = new RollbackException("could not commit");
        rolledBack.addSuppressed(new SQLException(LINE, state));
        assertEquals(Optional.empty(), Failure.refusal(rolledBack));
        assertEquals(Optional.empty(), Failure.refusal(new IllegalStateException("a fault")));
    }

    @Test
    void missingRightIsReported() {
        assertEquals(Optional.of(LINE), Failure.denial(new IllegalStateException(new SQLException(LINE, "42501"))));
        assertEquals(Optional.empty(), Failure.denial(new SQLException(LINE, "25006")));
    }
}
